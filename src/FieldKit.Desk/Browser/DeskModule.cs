using System.Runtime.InteropServices.JavaScript;
using FieldKit.Crypto;
using FieldKit.Desk.Server;

namespace FieldKit.Desk.Browser;

/// <summary>The calls of js/desk.js as they are; what they mean is said there.</summary>
internal static partial class DeskModule
{
    private const string Name = "desk";
    private static Task? loading;

    public static Task LoadAsync() => loading ??= JSHost.ImportAsync(Name, "../js/desk.js");

    /// <summary>Checks that an answer holds what was asked for.</summary>
    /// <exception cref="SealBrokenException">Altered, or not from this sender.</exception>
    /// <exception cref="DeskRefusedException">The key is missing or closed.</exception>
    public static void Check(JSObject answer)
    {
        switch (answer.GetPropertyAsString("refusal"))
        {
            case null:
                return;
            case DeskRefusedException.KeyLocked:
                throw new DeskRefusedException(DeskRefusedException.KeyLocked);
            case DeskRefusedException.EpochUnknown:
                throw new DeskRefusedException(DeskRefusedException.EpochUnknown);
            default:
                throw new SealBrokenException();
        }
    }

    [JSImport("deskUnlock", Name)]
    public static partial Task<bool> UnlockAsync(string keyringJson, string staff, string municipality, string passphrase);

    [JSImport("deskMakeOwnKey", Name)]
    public static partial Task<string> MakeOwnKeyAsync(string staff, string passphrase);

    [JSImport("deskWrapAgain", Name)]
    public static partial Task<string?> WrapAgainAsync(
        string keyringJson, string staff, string municipality, string passphrase, [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] reader);

    [JSImport("deskTurnOver", Name)]
    public static partial Task<string?> TurnOverAsync(string keyringJson, string staff, string municipality, string passphrase, string readersJson);

    [JSImport("deskLock", Name)]
    public static partial void Lock();

    [JSImport("deskOpenSignal", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> OpenSignalAsync(
        int epoch,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] senderPublicKey,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] associatedData,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] sealedBytes);

    [JSImport("deskSealAnswer", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> SealAnswerAsync(
        int epoch,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] devicePublicKey,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] associatedData,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] plaintext);

    [JSImport("deskOpenOwnAnswer", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> OpenOwnAnswerAsync(
        int epoch,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] associatedData,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] sealedBytes);

    [JSImport("deskSealReason", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> SealReasonAsync(
        int epoch,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] associatedData,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] plaintext);

    [JSImport("deskOpenReason", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> OpenReasonAsync(
        int epoch,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] associatedData,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] sealedBytes);

    [JSImport("fileSave", Name)]
    public static partial void FileSave(string name, [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] bytes);

    [JSImport("verify", Name)]
    public static partial Task<bool> VerifyAsync(
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] publicKey,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] statement,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] signature);
}
