using FieldKit.Desk.Inbox;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Inbox;

public sealed class InboxAddressTests
{
    public static TheoryData<InboxFilter> Filters => new()
    {
        InboxFilter.None,
        new InboxFilter(Stage: "eerste-blik"),
        new InboxFilter(Stage: "a&b=c d?#é", Form: "signaal", Waiting: InboxWaiting.Colleague, Unread: true),
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Filter_comes_back_from_its_address(InboxFilter filter) =>
        Assert.Equal(filter, InboxAddress.Read($"https://bureau.example/desk/signals/1{InboxAddress.Query(filter)}#content"));

    [Theory]
    [InlineData("https://bureau.example/")]
    [InlineData("https://bureau.example/?")]
    [InlineData("https://bureau.example/?waiting=everybody&unread=no&stage=&&=&form")]
    public void What_nobody_knows_counts_as_nothing(string address) => Assert.Equal(InboxFilter.None, InboxAddress.Read(address));

    [Fact]
    public void Route_says_where_the_page_begins()
    {
        Assert.Equal("api/v1/staff/inbox", InboxAddress.Route(InboxFilter.None, null));
        Assert.Equal("api/v1/staff/inbox?waiting=mine&before=12", InboxAddress.Route(new(Waiting: InboxWaiting.Mine), 12));
    }
}
