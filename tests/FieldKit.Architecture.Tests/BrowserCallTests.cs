using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

public sealed partial class BrowserCallTests
{
    private static readonly string[] BrowserFolders = ["src/FieldKit.App/Browser/", "src/FieldKit.Desk/Browser/"];

    [Fact]
    public void Only_the_browser_folders_call_JavaScript() =>
        Offenders.None(
            "JavaScript is called outside App/Browser and Desk/Browser:",
            from file in Repository.Files("src", ".cs", ".razor")
            where !BrowserFolders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))
            from mention in CodeText.Mentions(
                file, "JSImport", "JSExport", "JSHost", "JSObject", "IJSRuntime", "IJSInProcessRuntime", "IJSObjectReference", "JSRuntime", "JSInvokable")
            select mention);

    [Fact]
    public void No_page_carries_script_or_style_in_its_markup() =>
        Offenders.None(
            "Inline script or style, which the content security policy refuses:",
            from file in Repository.Files("src", ".html", ".razor")
            let markup = CodeText.WithoutComments(Repository.Read(file))
            where Inline().IsMatch(markup)
            select file);

    [Fact]
    public void No_page_asks_another_host() =>
        Offenders.None(
            "A page or style names another host:",
            from file in Repository.Files("src", ".html", ".css", ".webmanifest")
            let text = CodeText.WithoutComments(Repository.Read(file))
            where OtherHost().IsMatch(text)
            select file);

    // A component's own OnPress="…" is no handler of the browser's.
    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son[a-z]+=|javascript:")]
    private static partial Regex Inline();

    [GeneratedRegex(@"(?:src|href)=""(?:https?:)?//|url\(\s*['""]?(?:https?:)?//|@import\s+['""](?:https?:)?//")]
    private static partial Regex OtherHost();
}
