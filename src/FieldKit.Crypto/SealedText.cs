using System.Buffers.Binary;
using System.IO.Compression;

namespace FieldKit.Crypto;

/// <summary>
/// What goes under a seal: deflated, then padded so that the sealed length says little about the text.
/// Bytes: u32 little-endian length of the deflated body, body, zeros up to the padded length. Works in the browser too.
/// Integrity is the seal's: .NET does not notice a deflate stream that a writer with the key left unfinished.
/// </summary>
public static class SealedText
{
    private const int LengthBytes = 4;

    public static byte[] Pack(byte[] utf8)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        using var body = new MemoryStream();
        using (var deflate = new DeflateStream(body, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(utf8);
        }

        var packed = new byte[PaddedLength.Of(checked(LengthBytes + (int)body.Length))];
        BinaryPrimitives.WriteInt32LittleEndian(packed, (int)body.Length);
        body.GetBuffer().AsSpan(0, (int)body.Length).CopyTo(packed.AsSpan(LengthBytes));
        return packed;
    }

    /// <param name="maximumBytes">Inclusive; inflating stops one byte past it.</param>
    /// <exception cref="InvalidDataException">Not packed by <see cref="Pack"/>, or longer than allowed.</exception>
    public static byte[] Unpack(byte[] packed, int maximumBytes)
    {
        ArgumentNullException.ThrowIfNull(packed);
        ArgumentOutOfRangeException.ThrowIfNegative(maximumBytes);
        var body = BodyLength(packed);
        if (body == 0)
        {
            return []; // deflate writes no block for no text
        }

        using var inflate = new DeflateStream(new MemoryStream(packed, LengthBytes, body), CompressionMode.Decompress);
        using var text = new MemoryStream();
        var buffer = new byte[8 * 1024];
        int read;
        while ((read = inflate.Read(buffer)) > 0)
        {
            if (read > maximumBytes - text.Length)
            {
                throw new InvalidDataException($"The text is longer than {maximumBytes} bytes.");
            }

            text.Write(buffer.AsSpan(0, read));
        }

        return text.ToArray();
    }

    private static int BodyLength(byte[] packed)
    {
        if (packed.Length < PaddedLength.Minimum)
        {
            throw new InvalidDataException("Shorter than any packed text.");
        }

        var body = BinaryPrimitives.ReadUInt32LittleEndian(packed);
        if (body > packed.Length - LengthBytes || PaddedLength.Of(LengthBytes + (int)body) != packed.Length)
        {
            throw new InvalidDataException("The length does not fit the padding.");
        }

        if (packed.AsSpan(LengthBytes + (int)body).ContainsAnyExcept((byte)0))
        {
            throw new InvalidDataException("The padding is not empty.");
        }

        return (int)body;
    }
}
