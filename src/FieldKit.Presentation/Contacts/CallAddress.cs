namespace FieldKit.Presentation.Contacts;

/// <summary>A number as printed, made into what a telephone dials.</summary>
public static class CallAddress
{
    /// <summary>"tel:" with digits, and a plus only in front.</summary>
    public static string Of(string phone)
    {
        var dialled = phone.TrimStart();
        return "tel:" + string.Concat(dialled.Where((letter, index) => char.IsAsciiDigit(letter) || (letter == '+' && index == 0)));
    }
}
