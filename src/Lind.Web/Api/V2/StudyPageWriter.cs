using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Lind.Studies;
using Lind.Store;

namespace Lind.Web.Api.V2;

/// <summary>Streams a page of studies, each on its own line, without holding more than a few in memory.</summary>
internal static class StudyPageWriter
{
    // Small enough to start answering at once, large enough to read neighbours from the store together.
    private const int Together = 32;
    private const int FlushAt = 64 * 1024;

    // Unpacking is the work: a page of 1,000 studies that lie in as many blocks is read by several cores at once.
    // One more than cores, so that none waits while what was read is sent.
    private static readonly int Ahead = Math.Clamp(Environment.ProcessorCount + 1, 2, 5);

    /// <summary>Reads the studies in the order asked and gives each to <paramref name="write"/>; before the first one
    /// <paramref name="begin"/> writes what stands above them.</summary>
    /// <remarks>Nothing is written before something was read: a request that is stopped by then is refused, not cut
    /// off.</remarks>
    public static async Task ForEachAsync(
        IStudyStore store, IReadOnlyList<NctId> nctIds, PipeWriter output, Action<IBufferWriter<byte>> begin,
        Action<StoredStudy, IBufferWriter<byte>> write, CancellationToken cancellation)
    {
        if (nctIds.Count <= Together)
        {
            var few = await store.FindManyAsync(nctIds, cancellation);
            begin(output);
            await WriteAsync(few, output, write, cancellation);
            return;
        }

        var hasBegun = false;
        var reading = new Queue<Task<IReadOnlyList<StoredStudy>>>();
        foreach (var some in nctIds.Chunk(Together))
        {
            if (reading.Count == Ahead)
            {
                await WriteNextAsync();
            }

            cancellation.ThrowIfCancellationRequested();
            reading.Enqueue(Task.Run(async () => await store.FindManyAsync(some, cancellation), cancellation));
        }

        while (reading.Count > 0)
        {
            await WriteNextAsync();
        }

        async ValueTask WriteNextAsync()
        {
            var studies = await reading.Dequeue();
            if (!hasBegun)
            {
                hasBegun = true;
                begin(output);
            }

            await WriteAsync(studies, output, write, cancellation);
        }
    }

    private static async ValueTask WriteAsync(
        IReadOnlyList<StoredStudy> studies, PipeWriter output, Action<StoredStudy, IBufferWriter<byte>> write,
        CancellationToken cancellation)
    {
        foreach (var study in studies)
        {
            write(study, output);
            if (output.UnflushedBytes >= FlushAt)
            {
                await output.FlushAsync(cancellation);
            }
        }
    }

    /// <summary>The JSON page of <c>GET /studies</c>.</summary>
    public static async Task WriteJsonAsync(
        IStudyStore store, IReadOnlyList<NctId> nctIds, long? total, string? nextPageToken, PipeWriter output,
        Action<ReadOnlySpan<byte>, IBufferWriter<byte>> writeStudy, CancellationToken cancellation)
    {
        var head = total is { } count
            ? string.Create(CultureInfo.InvariantCulture, $"{{\"totalCount\":{count},\"studies\":[")
            : "{\"studies\":[";
        var isFirst = true;
        await ForEachAsync(store, nctIds, output, buffer => Put(buffer, head), (study, buffer) =>
        {
            buffer.Write(isFirst ? "\n"u8 : ",\n"u8);
            isFirst = false;
            writeStudy(study.Json.Span, buffer);
        }, cancellation);
        // A token is our own base64url text: nothing in it needs escaping.
        Put(output, nextPageToken is null ? "\n]}" : $"\n],\"nextPageToken\":\"{nextPageToken}\"}}");
        await output.FlushAsync(cancellation);
    }

    private static void Put(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
