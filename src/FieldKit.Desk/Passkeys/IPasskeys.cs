using FieldKit.Desk.Server;

namespace FieldKit.Desk.Passkeys;

/// <summary>The passkeys that this browser reaches. Questions and answers are JSON that only the browser and the reporting point read.</summary>
public interface IPasskeys
{
    ValueTask<bool> CanAsync();

    /// <exception cref="DeskRefusedException">One of <see cref="PasskeyRefusals"/>.</exception>
    ValueTask<string> MakeAsync(string options);

    /// <exception cref="DeskRefusedException">One of <see cref="PasskeyRefusals"/>.</exception>
    ValueTask<string> AnswerAsync(string options);
}
