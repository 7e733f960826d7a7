using FieldKit.Device.Contacts;
using FieldKit.Device.Vault;
using FieldKit.Domain.Contacts;
using FieldKit.Presentation.Contacts;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Unlock;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Contacts;

public sealed class OwnContactFormTests : IDisposable
{
    private static readonly Contact Role = new(
        "T08", new("Taakaccenthouder"), new("doel"), null, null, null, null, false, null, "alleen-bron", [], new(2026, 1, 1), new(2027, 1, 1), false, FillInLocally: true);

    private static readonly Contact Helpline = Role with { Id = "T01", FillInLocally = false };

    private readonly LinkableDevice linkable = new();
    private readonly Texts texts = new(new RememberedPreferences());
    private readonly OwnContacts own;
    private readonly UnlockModel vault;
    private readonly OwnContactsModel all;
    private readonly UnfinishedContact typing;

    public OwnContactFormTests()
    {
        own = new(linkable.Device.Store, linkable.Time);
        typing = new(own, linkable.Time);
        vault = new(linkable.Device.Keys, linkable.Wrong, [typing]);
        all = new(own, linkable.Device.Keys, vault);
    }

    public void Dispose() => linkable.Dispose();

    [Fact]
    public async Task Without_a_vault_there_is_nowhere_to_keep_one_until_a_pin_is_chosen()
    {
        await all.OpenAsync();
        Assert.Equal(OwnContactsState.NoVault, all.State);

        var start = new NewVaultModel(linkable.Device.Keys);
        Assert.False(await start.SubmitAsync("123456", "123456"));
        Assert.Equal("enrol.pin.simple", start.Complaint);
        Assert.False(await linkable.Device.Keys.ExistAsync());
        Assert.True(await start.SubmitAsync(NativeDevice.Pin, NativeDevice.Pin));

        await all.OpenAsync();
        Assert.Equal(OwnContactsState.Open, all.State);
    }

    [Fact]
    public async Task A_second_vault_is_never_made_over_the_first()
    {
        await linkable.Device.Keys.CreateAsync(NativeDevice.Pin);
        var start = new NewVaultModel(linkable.Device.Keys);

        Assert.False(await start.SubmitAsync("135792", "135792"));

        Assert.Equal("own.vault.failed", start.Complaint);
        Assert.True(await linkable.Device.Keys.UnlockAsync(NativeDevice.Pin));
    }

    [Fact]
    public async Task A_role_of_the_content_is_filled_in_under_its_own_name()
    {
        await linkable.Device.Keys.CreateAsync(NativeDevice.Pin);
        var form = await OpenAsync("T08");
        Assert.Equal(("Taakaccenthouder", false), (form.Name, form.IsStored));

        form.Phone = " 06 12 34 56 78 ";
        Assert.True(await form.SaveAsync());

        Assert.Equal("06 12 34 56 78", all.Of("T08")!.Phone);
        Assert.True((await OpenAsync("T08")).IsStored);
    }

    [Fact]
    public async Task One_of_ones_own_gets_an_id_of_its_own()
    {
        await linkable.Device.Keys.CreateAsync(NativeDevice.Pin);
        foreach (var name in (string[])["teamleider", "conciërge"])
        {
            var form = await OpenAsync(OwnContactForm.New);
            (form.Name, form.Note) = (name, "kamer 2");
            Assert.True(await form.SaveAsync());
        }

        Assert.Equal(["conciërge", "teamleider"], all.All.Select(contact => contact.Name));
    }

    [Theory]
    [InlineData("T01")]
    [InlineData("T99")]
    [InlineData("0198aaaa-0000-7000-8000-000000000000")]
    public async Task What_is_no_place_to_fill_in_cannot_be_filled_in(string id)
    {
        await linkable.Device.Keys.CreateAsync(NativeDevice.Pin);

        Assert.False(await Form().OpenAsync(id, [Role, Helpline]));
    }

    [Theory]
    [InlineData("", "1234", "", "", "name", "own.name.missing")]
    [InlineData("rol", "", "", "", "phone", "own.empty")]
    [InlineData("rol", "12", "", "", "phone", "own.phone.wrong")]
    [InlineData("rol", "bel mij 123", "", "", "phone", "own.phone.wrong")]
    [InlineData("rol", "", "geen adres", "", "mail", "own.mail.wrong")]
    [InlineData("rol", "", "@voorbeeld.nl", "", "mail", "own.mail.wrong")]
    public async Task What_cannot_work_is_said_and_nothing_is_kept(string name, string phone, string mail, string note, string field, string complaint)
    {
        await linkable.Device.Keys.CreateAsync(NativeDevice.Pin);
        var form = await OpenAsync(OwnContactForm.New);
        (form.Name, form.Phone, form.Mail, form.Note) = (name, phone, mail, note);

        Assert.False(await form.SaveAsync());

        Assert.Equal(complaint, form.Complaints[field]);
        Assert.Empty(await own.ListAsync());
    }

    [Fact]
    public async Task Changed_in_another_window_is_said_and_not_overwritten()
    {
        await linkable.Device.Keys.CreateAsync(NativeDevice.Pin);
        var stored = await own.SaveAsync(new("T08", "rol", "123", "", ""));
        var form = await OpenAsync("T08");
        await own.SaveAsync(stored with { Phone = "456" });

        form.Phone = "789";
        Assert.False(await form.SaveAsync());

        Assert.Equal("own.stale", form.Complaints["all"]);
        Assert.Equal("456", (await own.ReadAsync("T08"))!.Phone);
    }

    [Fact]
    public async Task Removed_it_can_be_put_back_until_the_vault_is_shut()
    {
        await linkable.Device.Keys.CreateAsync(NativeDevice.Pin);
        await own.SaveAsync(new("T08", "rol", "123", "", ""));
        await (await OpenAsync("T08")).RemoveAsync();
        Assert.Empty(all.All);
        await all.PutBackAsync();
        Assert.Equal("123", all.Of("T08")!.Phone);
        Assert.Null(all.Removed);

        await (await OpenAsync("T08")).RemoveAsync();
        Assert.NotNull(all.Removed);
        await vault.LockAsync();
        Assert.Null(all.Removed);
    }

    [Fact]
    public async Task The_moment_the_vault_is_shut_none_is_shown_or_remembered()
    {
        await linkable.Device.Keys.CreateAsync(NativeDevice.Pin);
        await own.SaveAsync(new("T08", "rol", "123", "", ""));
        await all.OpenAsync();
        var drawn = 0;
        all.PropertyChanged += (_, _) => drawn++;

        await vault.LockAsync();

        Assert.Equal((OwnContactsState.Locked, 1), (all.State, drawn));
        Assert.True(all.AreLockedAway);
        Assert.Empty(all.All);
        await linkable.Device.Keys.UnlockAsync(NativeDevice.Pin);
        Assert.Empty(all.All);
        await all.OpenAsync();
        Assert.Single(all.All);
    }

    [Fact]
    public async Task Locked_nothing_is_read_into_the_form()
    {
        await linkable.Device.Keys.CreateAsync(NativeDevice.Pin);
        await own.SaveAsync(new("T08", "rol", "123", "", ""));
        await vault.LockAsync();

        await Assert.ThrowsAsync<VaultLockedException>(() => Form().OpenAsync("T08", [Role]));
    }

    [Fact]
    public async Task Half_typed_when_the_vault_is_shut_it_is_forgotten_and_offered_again_after_the_pin()
    {
        await linkable.Device.Keys.CreateAsync(NativeDevice.Pin);
        (await OpenAsync("T08")).Phone = "030-76";

        await vault.LockAsync();

        Assert.Equal("", Form().Phone);
        await vault.SubmitAsync(NativeDevice.Pin);
        Assert.Null(await own.ReadAsync("T08"));
        var form = await OpenAsync("T08");
        Assert.Equal(("Taakaccenthouder", "030-76", true), (form.Name, form.Phone, form.IsLeftOver));

        Assert.True(await form.SaveAsync());
        form = await OpenAsync("T08");
        Assert.Equal(("030-76", false), (form.Phone, form.IsLeftOver));
    }

    [Fact]
    public async Task A_pause_in_typing_is_enough_to_survive_the_end_of_the_app()
    {
        await linkable.Device.Keys.CreateAsync(NativeDevice.Pin);
        (await OpenAsync(OwnContactForm.New)).Note = "kamer 2";
        linkable.Time.Advance(Autosave.Pause);
        await typing.SettleAsync();

        var begunAgain = new UnfinishedContact(own, linkable.Time);
        var form = new OwnContactForm(all, own, begunAgain, texts);
        Assert.True(await form.OpenAsync(OwnContactForm.New, []));
        Assert.Equal(("kamer 2", true), (form.Note, form.IsLeftOver));
    }

    [Fact]
    public async Task What_was_left_over_can_be_dropped_for_what_was_saved()
    {
        await linkable.Device.Keys.CreateAsync(NativeDevice.Pin);
        await own.SaveAsync(new("T08", "rol", "123", "", ""));
        (await OpenAsync("T08")).Phone = "456";
        await vault.LockAsync();
        await vault.SubmitAsync(NativeDevice.Pin);
        var form = await OpenAsync("T08");

        await form.BeginAgainAsync();

        Assert.Equal(("123", false), (form.Phone, form.IsLeftOver));
        form = await OpenAsync("T08");
        Assert.Equal(("123", false), (form.Phone, form.IsLeftOver));
    }

    [Fact]
    public async Task One_address_does_not_show_what_was_typed_at_another()
    {
        await linkable.Device.Keys.CreateAsync(NativeDevice.Pin);
        (await OpenAsync("T08")).Phone = "456";
        await typing.KeepAsync();

        Assert.Equal("", (await OpenAsync(OwnContactForm.New)).Phone);
        Assert.Equal("456", (await OpenAsync("T08")).Phone);
    }

    private OwnContactForm Form() => new(all, own, typing, texts);

    private async Task<OwnContactForm> OpenAsync(string id)
    {
        var form = Form();
        Assert.True(await form.OpenAsync(id, [Role, Helpline]));
        return form;
    }
}
