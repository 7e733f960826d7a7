namespace FieldKit.Domain.WritingHelp.Identity;

internal static class Detectors
{
    /// <returns>Start and length of each find.</returns>
    public static IEnumerable<(int Start, int Length)> Find(IdentityDetector detector, TextWords words, WordMarks marks) => detector switch
    {
        IdentityDetector.Phone => NumberGroups.Find(words, NumberShapes.Phone),
        IdentityDetector.Bsn => NumberGroups.Find(words, NumberShapes.Bsn),
        IdentityDetector.DateOfBirth => NumberGroups.Find(words, BirthDate.InDigits).Concat(BirthDate.InWords(words)),
        IdentityDetector.Mail => AtSigns.Mail(words.Text),
        IdentityDetector.Handle => AtSigns.Handles(words.Text),
        IdentityDetector.Plate => Plate.Find(words),
        IdentityDetector.Address => Address.Find(words),
        _ => PersonName.Find(words, marks),
    };
}
