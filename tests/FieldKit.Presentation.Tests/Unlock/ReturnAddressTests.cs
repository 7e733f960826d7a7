using FieldKit.Presentation.Unlock;

namespace FieldKit.Presentation.Tests.Unlock;

public sealed class ReturnAddressTests
{
    [Theory]
    [InlineData("signalen/concept/0198-aa/s2", "signalen/concept/0198-aa/s2")]
    [InlineData(null, "signalen")]
    [InlineData("", "signalen")]
    [InlineData("//evil.example", "signalen")]
    [InlineData("https://evil.example", "signalen")]
    [InlineData("/signalen", "signalen")]
    [InlineData("signalen?x=1", "signalen")]
    [InlineData("bellen?situatie=school&nu=open", "bellen?situatie=school&nu=open")]
    [InlineData("bellen?naar=//evil.example", "signalen")]
    public void Only_a_page_of_this_app_is_returned_to(string? asked, string expected) =>
        Assert.Equal(expected, ReturnAddress.Checked(asked));
}
