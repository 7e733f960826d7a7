using FieldKit.Domain.Contacts;
using FieldKit.Presentation.Contacts;

namespace FieldKit.Presentation.Tests.Contacts;

public sealed class ContactScreenTests
{
    private readonly ContactScreen screen = new(
        [
            Contact("later", "Steunpunt", "advies over extremisme", "088-2080080", open: false, status: "oud"),
            Contact("always", "Veilig Thuis", "onveilig thuis", "0800-2000", open: true),
            Contact("now", "112", "gevaar", "112", open: true, emergency: true),
        ],
        new(new RememberedPreferences()),
        TimeProvider.System);

    [Fact]
    public void Emergency_stands_apart_and_is_never_filtered_away()
    {
        screen.Filter = "niets hiervan";

        Assert.Equal(["now"], screen.Emergency.Select(card => card.Contact.Id));
        Assert.Empty(screen.Others);
    }

    [Fact]
    public void Who_can_be_called_now_comes_first() =>
        Assert.Equal(["always", "later"], screen.Others.Select(card => card.Contact.Id));

    [Theory]
    [InlineData("thuis", "always")]
    [InlineData("EXTREMISME advies", "later")]
    [InlineData("08002000", "always")]
    public void Filter_finds_by_name_subject_and_number(string filter, string id)
    {
        screen.Filter = filter;

        Assert.Equal([id], screen.Others.Select(card => card.Contact.Id));
    }

    [Fact]
    public void Other_municipalities_stand_apart_once_the_device_knows_its_own()
    {
        Contact[] contacts = [Contact("here", "Hier", "x", "1", false) with { Municipality = "utrecht" }, Contact("there", "Daar", "x", "2", false) with { Municipality = "arnhem" }];
        var local = new ContactScreen(contacts, new(new RememberedPreferences()), TimeProvider.System);
        Assert.Equal(["here", "there"], local.Others.Select(card => card.Contact.Id));

        local.Municipality = "utrecht";

        Assert.Equal(["here"], local.Others.Select(card => card.Contact.Id));
        Assert.Equal(["there"], local.Elsewhere.Select(card => card.Contact.Id));
    }

    private static Contact Contact(
        string id, string name, string purpose, string phone, bool open, bool emergency = false, string status = "bevestigd") =>
        new(id, new(name), new(purpose), null, phone, null, null, open, null, status, [], new(2026, 1, 1), new(2027, 1, 1), emergency, false);
}
