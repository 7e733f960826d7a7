namespace FieldKit.Domain.Signals.Reading;

/// <summary>The words around a signal, in the reader's language: field app and desk each have their own texts under these keys.</summary>
/// <param name="of">"group.facts", "column.when", "answer.ticked".</param>
public sealed class ReadingWords(string language, Func<string, string> of)
{
    public string Language => language;

    public string this[string key] => of(key);
}
