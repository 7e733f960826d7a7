using FieldKit.Domain.Guides;
using FieldKit.Presentation.Guides;

namespace FieldKit.Presentation.Tests.Guides;

public sealed class SharedGuideTests
{
    [Fact]
    public void A_guide_becomes_text_without_markup()
    {
        var guide = new Guide(
            "G01",
            new("De dag erna"),
            new("leerkracht"),
            new("Door de dag heen."),
            [
                new("een", "step", new("In de kring"), 5, new("<p>Begin <strong>rustig</strong> &amp; eerlijk.</p>\n<ol>\n<li>Groet.</li>\n<li>\n<p>Luister.</p>\n</li>\n</ol>")),
                new("twee", "stop", new("Stop als"), null, new("<ul>\n<li>Gevaar: <a href=\"tel:112\">112</a>.</li>\n</ul>")),
            ],
            [],
            [],
            new(2026, 11, 20));

        Assert.Equal(
            """
            De dag erna
            Door de dag heen.

            IN DE KRING (ongeveer 5 minuten)
            Begin rustig & eerlijk.
            1. Groet.
            2. Luister.

            STOP ALS
            - Gevaar: 112.

            Uit FieldKit, bijgewerkt 20 nov 2026
            """.ReplaceLineEndings("\n"),
            SharedGuide.Text(guide, new(new RememberedPreferences())));
    }
}
