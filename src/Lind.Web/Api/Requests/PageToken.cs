using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lind.Registry;
using Lind.Search;

namespace Lind.Web.Api.Requests;

/// <summary>Where a walk over pages goes on: the engine's cursor and the snapshot it is of. It travels as opaque text
/// that is ours or is refused.</summary>
/// <remarks>The cursor is bound to query, filters and sort by the engine; the digest only tells a mangled token from a
/// whole one. Nothing of it is kept on the server: a token outlives a restart.</remarks>
internal sealed record PageToken(string Snapshot, string Cursor)
{
    private const int DigestLength = 6;
    private const int Longest = 4096;
    private const char Separator = '\n';

    /// <summary>The token of the page after an answer; null when there is none.</summary>
    public static string? Next(StudySearchAnswer found)
    {
        if (found.NextCursor is not { } cursor)
        {
            return null;
        }

        var text = Encoding.UTF8.GetBytes(found.SnapshotId + Separator + cursor);
        var bytes = new byte[DigestLength + text.Length];
        Digest(text).CopyTo(bytes, 0);
        text.CopyTo(bytes, DigestLength);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>What a token says; null if it is not one of ours.</summary>
    public static PageToken? Read(string token)
    {
        if (token.Length > Longest || !Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= DigestLength
            || !Digest(bytes.AsSpan(DigestLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, DigestLength)))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes, DigestLength, bytes.Length - DigestLength).Split(Separator);
        return parts is [var snapshot, var cursor] ? new(snapshot, cursor) : null;
    }

    /// <summary>Searches, where a walk goes on in the state it began with.</summary>
    public static StudySearchResult Search(
        StudyRegistry registry, StudySearchRequest request, PageToken? after, CancellationToken cancellation) =>
        registry.Search.Search(
            after is null ? request : request with { Cursor = after.Cursor, Snapshot = after.Snapshot }, cancellation);

    private static byte[] Digest(ReadOnlySpan<byte> text) => SHA256.HashData([.. "lind page"u8, .. text])[..DigestLength];
}
