using FieldKit.Domain.WritingHelp;

namespace FieldKit.Domain.Tests.WritingHelp;

/// <summary>What can tell who somebody is. Numbers and names here are made up.</summary>
public sealed class IdentityTests
{
    [Theory]
    // Telephone
    [InlineData("Bel 06-12345678 terug.", "06-12345678")]
    [InlineData("Bel 06 12 34 56 78 terug.", "06 12 34 56 78")]
    [InlineData("Bel 0612345678.", "0612345678")]
    [InlineData("Bel +31 6 12345678.", "+31 6 12345678")]
    [InlineData("Bel 0031612345678.", "0031612345678")]
    [InlineData("Bel (030) 123 45 67.", "030) 123 45 67")]
    [InlineData("Bel +44 20 7946 0958.", "+44 20 7946 0958")]
    // BSN, with its eleven test
    [InlineData("Nummer 111222333.", "111222333")]
    [InlineData("Nummer 123.456.782.", "123.456.782")]
    [InlineData("Nummer 1234 56 782.", "1234 56 782")]
    // Number plate
    [InlineData("Auto AB-12-CD reed weg.", "AB-12-CD")]
    [InlineData("Auto 12-abc-3 reed weg.", "12-abc-3")]
    [InlineData("Auto X 123 AB reed weg.", "X 123 AB")]
    [InlineData("Auto AB12CD reed weg.", "AB12CD")]
    // Date of birth
    [InlineData("Zij is van 12-05-2004.", "12-05-2004")]
    [InlineData("Zij is van 2004-05-12.", "2004-05-12")]
    [InlineData("Zij is van 12 mei 2004.", "12 mei 2004")]
    [InlineData("Zij is van May 12, 2004.", "May 12, 2004")]
    [InlineData("Geboren op 12 mei.", "12 mei")]
    [InlineData("Geboren: 12/05/2021.", "12/05/2021")]
    // Mail and handles
    [InlineData("Mail jan.smit+x@voorbeeld.nl.", "jan.smit+x@voorbeeld.nl")]
    [InlineData("Volg @wolf_88.", "@wolf_88")]
    // Address
    [InlineData("Hij woont kerkstraat 12a.", "kerkstraat 12a")]
    [InlineData("Hij woont Singelweg 3.", "Singelweg 3")]
    [InlineData("Hij woont Oude Singelweg 3.", "Oude Singelweg 3")]
    [InlineData("Hij woont in 3511 AB.", "3511 AB")]
    [InlineData("Hij woont in 3511AB.", "3511AB")]
    [InlineData("He lives at 12 High Street.", "12 High Street")]
    // Names
    [InlineData("Ik sprak met Karel.", "Karel")]
    [InlineData("Ik sprak met Oğuz Yılmaz.", "Oğuz Yılmaz")]
    [InlineData("Ik sprak met Jan van der Berg.", "Jan van der Berg")]
    [InlineData("Ik sprak dhr. Smit.", "Smit")]
    [InlineData("Ik sprak met J. Smit.", "Smit")]
    [InlineData("Ik sprak met O'Brien.", "O'Brien")]
    [InlineData("Fatima kwam niet.", "Fatima")]
    [InlineData("Ik hoorde (Karel) praten.", "Karel")]
    public void What_tells_who_somebody_is_is_asked_about(string text, string words) =>
        Assert.Equal([HintKind.Identity], Kinds(text, words));

    [Theory]
    [InlineData("Bel 112, 113, 0800-2000 of 0900-8844.")]
    [InlineData("Bel 0900-1113111 overdag.")]
    [InlineData("Op 06-11-2026 14:00 kwam hij.")]
    [InlineData("Op 3-11-2026 en 4 november 2026 kwam hij.")]
    [InlineData("Nummer 111222334.")]
    [InlineData("Nummer 000000000.")]
    [InlineData("Klas 2B en 3-havo.")]
    [InlineData("Het kostte 500 euro, 12.50 per uur.")]
    [InlineData("Hij liep onderweg 3 keer weg.")]
    [InlineData("Op het schoolplein 3 jongens.")]
    [InlineData("In de kerkstraat 3 keer gezien.")]
    [InlineData("Hij stond in de Lange Kerkstraat.")]
    [InlineData("Ik was in Utrecht bij Veilig Thuis.")]
    [InlineData("De GGD en het ROC.")]
    [InlineData("Vandaag niet. Morgens wel! Nee? Ja: Goed.")]
    [InlineData("'s Morgens kwam hij.")]
    [InlineData("- Eerst dit\n- Daarna dat\n• Toen dat")]
    [InlineData("Een bas speelde.")]
    [InlineData("Vraag het @ de balie, of a@b.")]
    [InlineData("Hij zei: \"Kom hier.\"")]
    public void Public_numbers_dates_places_and_first_words_are_left_alone(string text) =>
        Assert.DoesNotContain(SampleAid.Asked(text), hint => hint.Kind == HintKind.Identity);

    [Fact]
    public void Word_that_is_asked_about_already_is_no_name_as_well() =>
        Assert.Equal([(HintKind.Origin, "Marokkaanse")], SampleAid.Asked("Een groep van Marokkaanse jongens."));

    private static IEnumerable<HintKind> Kinds(string text, string words) =>
        SampleAid.Asked(text).Where(hint => hint.Words == words).Select(hint => hint.Kind);
}
