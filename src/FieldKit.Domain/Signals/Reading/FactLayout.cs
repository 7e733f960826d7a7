using FieldKit.Domain.Forms;

namespace FieldKit.Domain.Signals.Reading;

/// <summary>A repeated section as a table: a row for each repetition, a column for each field that anyone answered.</summary>
internal sealed class FactLayout(ReadingWords words)
{
    /// <returns>Null when nothing was answered.</returns>
    public FactTable? TableOf(FormSection section, List<Answered> answers)
    {
        var ours = answers.Where(answer => section.Fields.Any(field => field.Id == answer.Key.Field)).ToList();
        if (ours.Count == 0)
        {
            return null;
        }

        var fields = section.Fields.Where(field => ours.Any(answer => answer.Key.Field == field.Id)).ToList();
        var quoteHasColumn = fields.All(field => field.Id != ReadingOrder.What);
        var columns = fields.Where(field => quoteHasColumn || field.Id != ReadingOrder.Quote).ToList();
        return new(
            [.. columns.Select(field => new FactColumn(field.Id, ReadingOrder.ColumnOf(field.Id) is { } key ? words[key] : field.Label.In(words.Language)))],
            [.. ours.Select(answer => answer.Key.Repetition).Distinct().Order().Select((repetition, index) => RowOf(index + 1, repetition))]);

        FactRow RowOf(int number, int repetition) => new(
            number,
            [.. columns.Select(field => CellOf(field, repetition))],
            quoteHasColumn ? null : fields.Where(field => field.Id == ReadingOrder.Quote).Select(field => CellOf(field, repetition)).FirstOrDefault());

        ReadingLine? CellOf(FormField field, int repetition) =>
            ours.Where(answer => answer.Key == new AnswerKey(field.Id, repetition))
                .Select(answer => AnswerText.Line(field, answer, words))
                .FirstOrDefault();
    }
}
