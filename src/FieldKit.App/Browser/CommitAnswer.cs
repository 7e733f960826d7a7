using FieldKit.Device.Store;
using FieldKit.Device.Vault;

namespace FieldKit.App.Browser;

/// <summary>What js/device.js says about a commit, as the ports say it.</summary>
internal static class CommitAnswer
{
    /// <exception cref="StaleRecordException"></exception>
    /// <exception cref="VaultLockedException"></exception>
    /// <exception cref="StoreFullException"></exception>
    public static void Check(string answer, RecordKey first)
    {
        switch (answer)
        {
            case "done":
                break;
            case "stale":
                throw new StaleRecordException(first);
            case "vault-locked":
                throw new VaultLockedException();
            case "full":
                throw new StoreFullException();
            default:
                throw new IOException($"The browser's store answered '{answer}'.");
        }
    }
}
