using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace FieldKit.App.Browser;

/// <summary>One of the browser's two storages of short texts. A browser that refuses it costs what is remembered, never the app.</summary>
[SupportedOSPlatform("browser")]
internal abstract class TextStorage
{
    private const string Prefix = "fieldkit.";

    public string? Read(string name)
    {
        try
        {
            return Get(Prefix + name);
        }
        catch (JSException)
        {
            return null;
        }
    }

    /// <param name="value">Null forgets.</param>
    public void Write(string name, string? value)
    {
        try
        {
            if (value is null)
            {
                Remove(Prefix + name);
            }
            else
            {
                Set(Prefix + name, value);
            }
        }
        catch (JSException)
        {
            return;
        }
    }

    protected abstract string? Get(string name);

    protected abstract void Set(string name, string value);

    protected abstract void Remove(string name);
}
