using FieldKit.Crypto;
using FieldKit.ReportingPoint.Storage;

namespace FieldKit.ReportingPoint.Identity;

/// <summary>The key that signs receipts and content: PKCS#8 in the data folder, made at the first start, readable by its owner alone.</summary>
internal static class SigningKeyFile
{
    public static SigningKey LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        return SigningKey.Import(File.ReadAllBytes(path));
    }

    private static void Create(string path)
    {
        // Under another name first: a start that is cut off leaves no half key behind.
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        using (var key = SigningKey.Generate())
        {
            OwnersFile.Write(unfinished, key.ExportPkcs8());
        }

        try
        {
            File.Move(unfinished, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another node that shares the folder was first: its key is the key.
            File.Delete(unfinished);
        }
    }
}
