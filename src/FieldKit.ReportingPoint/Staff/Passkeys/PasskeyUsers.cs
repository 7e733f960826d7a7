using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Passkeys;

/// <summary>
/// Our members and their passkeys as ASP.NET Core Identity's <see cref="PasskeyHandler{TUser}"/> looks them up. It only looks: members come and
/// go by <see cref="Members"/>, passkeys by <see cref="OwnPasskeys"/>, each with its line in the audit log.
/// </summary>
internal sealed class PasskeyUsers(ReportingPointDb db) : IUserPasskeyStore<StaffRow>
{
    /// <summary>What a device keeps beside a passkey to say whose it is.</summary>
    public static string HandleOf(StaffRow member) => member.Id.ToString("D");

    public Task<string> GetUserIdAsync(StaffRow user, CancellationToken cancellationToken) => Task.FromResult(HandleOf(user));

    public Task<string?> GetUserNameAsync(StaffRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(StaffRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NameKey);

    public async Task<StaffRow?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParseExact(userId, "D", out var id) ? await db.Staff.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) : null;

    public Task<StaffRow?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Staff.AsNoTracking().SingleOrDefaultAsync(row => row.NameKey == normalizedUserName, cancellationToken);

    public Task<StaffRow?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        db.Staff.AsNoTracking().SingleOrDefaultAsync(row => db.Passkeys.Any(key => key.CredentialId == credentialId && key.Staff == row.Id), cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(StaffRow user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(row => row.Staff == user.Id && row.CredentialId == credentialId, cancellationToken) is { } row
            ? InfoOf(row)
            : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffRow user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(row => row.Staff == user.Id).ToListAsync(cancellationToken)).Select(InfoOf)];

    public Task AddOrUpdatePasskeyAsync(StaffRow user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw OnlyLooks();

    public Task RemovePasskeyAsync(StaffRow user, byte[] credentialId, CancellationToken cancellationToken) => throw OnlyLooks();

    public Task SetUserNameAsync(StaffRow user, string? userName, CancellationToken cancellationToken) => throw OnlyLooks();

    public Task SetNormalizedUserNameAsync(StaffRow user, string? normalizedName, CancellationToken cancellationToken) => throw OnlyLooks();

    public Task<IdentityResult> CreateAsync(StaffRow user, CancellationToken cancellationToken) => throw OnlyLooks();

    public Task<IdentityResult> UpdateAsync(StaffRow user, CancellationToken cancellationToken) => throw OnlyLooks();

    public Task<IdentityResult> DeleteAsync(StaffRow user, CancellationToken cancellationToken) => throw OnlyLooks();

    /// <summary>The tables are the request's, which lets go of them itself.</summary>
    public void Dispose()
    {
    }

    // What the device said of itself when it made the passkey is not kept: nothing asks for it.
    private static UserPasskeyInfo InfoOf(PasskeyRow row) => new(
        row.CredentialId, row.PublicKey, row.AddedAt, (uint)row.SignCount, row.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        isUserVerified: true, row.IsBackupEligible, row.IsBackedUp, attestationObject: [], clientDataJson: [])
    { Name = row.Name };

    private static NotSupportedException OnlyLooks() => new("Members and passkeys are not changed through ASP.NET Core Identity.");
}
