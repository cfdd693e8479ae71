using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Lind.Web.Api.Requests;

/// <summary>The engine's cursor as it travels: opaque text that is ours or is refused.</summary>
/// <remarks>The cursor itself is bound to query, filters and sort by the engine; the digest only tells a mangled token
/// from a whole one.</remarks>
internal static class PageToken
{
    private const int DigestLength = 6;
    private const int Longest = 4096;

    public static string Of(string cursor)
    {
        var text = Encoding.UTF8.GetBytes(cursor);
        var bytes = new byte[DigestLength + text.Length];
        Digest(text).CopyTo(bytes, 0);
        text.CopyTo(bytes, DigestLength);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The cursor; null if the token is not one of ours.</summary>
    public static string? Read(string token)
    {
        if (token.Length > Longest || !Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        return bytes.Length > DigestLength
            && Digest(bytes.AsSpan(DigestLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, DigestLength))
                ? Encoding.UTF8.GetString(bytes, DigestLength, bytes.Length - DigestLength)
                : null;
    }

    private static byte[] Digest(ReadOnlySpan<byte> text) => SHA256.HashData([.. "lind page"u8, .. text])[..DigestLength];
}
