using FieldKit.Domain.WritingHelp;

namespace FieldKit.Presentation.WritingHelp;

/// <summary>
/// What the writing help asks under one field, one question at a time. It looks only when the writer pauses, changes nothing in the
/// text, and what it asked is known to nobody else.
/// </summary>
public sealed class FieldQuestions(QuestionSource source, WritingHelpSwitch help, TimeProvider time, FieldText field) : Observable, IDisposable
{
    /// <summary>Long enough for a thought between two words.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1200);

    private ITimer? timer;
    private bool disposed;

    /// <summary>Null when there is nothing to ask.</summary>
    public WritingQuestion? Current { get; private set; }

    /// <summary>It was turned off here: so that it can be turned on again where it was.</summary>
    public bool WasTurnedOff { get; private set; }

    /// <summary>The text changed, or the field was opened with text in it: look when the writer pauses.</summary>
    public void Touch()
    {
        if (help.IsOn && !disposed)
        {
            timer ??= time.CreateTimer(_ => _ = LookAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            timer.Change(Pause, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Not again about these words in this place; the next question, if there is one, takes its place.</summary>
    public Task DismissAsync()
    {
        if (Current is { } question)
        {
            field.Dismissals.Add(field.Place, question);
        }

        return LookAsync();
    }

    public void TurnOff()
    {
        WasTurnedOff = true;
        help.Turn(false);
        Show(null);
    }

    public Task TurnOnAsync()
    {
        WasTurnedOff = false;
        help.Turn(true);
        return LookAsync();
    }

    /// <summary>Looks now, as when the language changed.</summary>
    public async Task LookAsync()
    {
        var finder = help.IsOn ? await source.OpenAsync() : null;
        if (!disposed)
        {
            Show(finder is null ? null : field.Ask(finder).FirstOrDefault());
        }
    }

    public void Dispose()
    {
        disposed = true;
        timer?.Dispose();
    }

    private void Show(WritingQuestion? question)
    {
        // What stands there already is not said again.
        if (!Equals(question, Current) || question is null)
        {
            Current = question;
            Changed();
        }
    }
}
