using System.ComponentModel;
using FieldKit.Domain.Guides;

namespace FieldKit.Presentation.Leading;

/// <summary>
/// A talk that is led from a guide: one slide at a time, with a clock for each part. Kept at every look, so that a talk
/// that was interrupted, reloaded or closed goes on exactly where it was.
/// </summary>
public sealed class TalkModel : Observable, IDisposable
{
    /// <summary>Between two looks at the clock. It shows minutes: more often would only cost battery.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly Texts texts;
    private readonly IPreferences preferences;
    private readonly TimeProvider time;
    private readonly ITimer looking;
    private readonly TalkClock clock;
    private IReadOnlyList<TalkSlide> slides = [];
    private int at;

    public TalkModel(Guide guide, Texts texts, IPreferences preferences, TimeProvider time)
    {
        (Guide, this.texts, this.preferences, this.time) = (guide, texts, preferences, time);
        Ages = TalkAges.Of(guide);
        Age = TalkAges.Chosen(preferences, guide);
        IsChoosingAge = Ages.Count > 0 && Age is null;
        var kept = KeptTalk.Read(preferences, guide.Id);
        clock = kept?.Clock ?? new(time.GetUtcNow(), false, new Dictionary<string, TimeSpan>());
        Arrange(kept?.Slide);
        clock.Look(Slide.Part.Id, time.GetUtcNow());
        texts.PropertyChanged += Translate;
        looking = time.CreateTimer(_ => LookAtClock(), null, Look, Look);
    }

    public Guide Guide { get; }

    /// <summary>To choose from; none when the guide is the same for every age.</summary>
    public IReadOnlyList<string> Ages { get; }

    /// <summary>One of <see cref="Ages"/>, <see cref="TalkAges.Every"/>, or null when not chosen.</summary>
    public string? Age { get; private set; }

    public bool IsChoosingAge { get; private set; }

    public TalkSlide Slide => slides[at];

    /// <summary>Counts from 1.</summary>
    public int Number => at + 1;

    public int Count => slides.Count;

    public string Address => AddressOf(at);

    /// <summary>The guide itself: where one comes out.</summary>
    public string LeaveAddress => $"/gesprek/{Guide.Id}";

    public string? BackAddress => at > 0 ? AddressOf(at - 1) : null;

    public string? NextAddress => at + 1 < Count ? AddressOf(at + 1) : null;

    public bool IsPaused => clock.IsPaused;

    /// <summary>Whole minutes that this part took so far.</summary>
    public int Minutes => (int)clock.On(Slide.Part.Id).TotalMinutes;

    public bool IsLonger => Minutes > Slide.Part.Minutes;

    /// <summary>"4 van 10 minuten"; null for a part without a planned length.</summary>
    public string? ClockText => Slide.Part.Minutes is { } planned
        ? texts[IsLonger ? "lead.clock.longer" : "lead.clock", Minutes, planned]
        : null;

    public static string AddressOf(Guide guide) => $"/gesprek/{guide.Id}/leiden";

    /// <summary>A talk on this guide is under way.</summary>
    public static bool IsKept(IPreferences preferences, Guide guide) => KeptTalk.Read(preferences, guide.Id) is not null;

    public static void Forget(IPreferences preferences, Guide guide)
    {
        KeptTalk.Forget(preferences, guide.Id);
        LastTalk.Forget(preferences);
    }

    /// <param name="slide">Id of a slide; null stays where the talk is.</param>
    public void Stand(string? slide)
    {
        var before = Slide.Part;
        if (slide is not null)
        {
            clock.Look(before.Id, time.GetUtcNow());
            at = IndexOf(slide);
        }

        // A pause is for the part it was asked in.
        if (Slide.Part != before && IsPaused)
        {
            clock.Run(time.GetUtcNow());
        }

        Keep();
        Changed();
    }

    public void AskAge()
    {
        IsChoosingAge = true;
        Changed();
    }

    public void Choose(string age)
    {
        TalkAges.Choose(preferences, age);
        (Age, IsChoosingAge) = (age, false);
        Arrange(Slide.Id);
        Keep();
        Changed();
    }

    public void PauseOrRun()
    {
        var now = time.GetUtcNow();
        clock.Look(Slide.Part.Id, now);
        if (IsPaused)
        {
            clock.Run(now);
        }
        else
        {
            clock.Pause();
        }

        Keep();
        Changed();
    }

    /// <summary>The talk is over: nothing to go on with.</summary>
    public void Finish()
    {
        looking.Dispose();
        Forget(preferences, Guide);
    }

    public void Dispose()
    {
        looking.Dispose();
        texts.PropertyChanged -= Translate;
    }

    private void LookAtClock()
    {
        var shown = (Minutes, IsPaused);
        clock.Look(Slide.Part.Id, time.GetUtcNow());
        Keep();
        if (shown != (Minutes, IsPaused))
        {
            Changed();
        }
    }

    private void Translate(object? sender, PropertyChangedEventArgs change)
    {
        Arrange(Slide.Id);
        Changed();
    }

    private void Arrange(string? slide)
    {
        slides = TalkSlide.Of(Guide, Age == TalkAges.Every ? null : Age, texts.Language);
        at = IndexOf(slide);
    }

    // A slide that is not there (another age, another language, newer content): the next one that is.
    private int IndexOf(string? id)
    {
        var exact = slides.ToList().FindIndex(slide => slide.Id == id);
        var part = Guide.Parts.ToList().FindIndex(part => part.Id == id?.Split('.')[0]);
        return exact >= 0 ? exact : Math.Max(0, slides.ToList().FindIndex(slide => Guide.Parts.ToList().IndexOf(slide.Part) >= part));
    }

    private void Keep()
    {
        KeptTalk.Keep(preferences, Guide.Id, Slide.Id, clock);
        new LastTalk(AddressOf(Guide), texts[Guide.Title], Number, Count).Keep(preferences, clock.Seen);
    }

    private string AddressOf(int index) => $"{AddressOf(Guide)}/{Uri.EscapeDataString(slides[index].Id)}";
}
