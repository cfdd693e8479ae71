using System.Threading.Channels;
using Lind.Store;

namespace Lind.Registry.Importing;

/// <summary>Files to store: one thread reads and cuts, all check and compress, one decides, one writes.</summary>
/// <remarks>
/// Between the stages stand short queues of running tasks, taken in the order they were put in: so the stages run side
/// by side, memory stays bounded whatever the input, and records are decided in reading order on any number of threads.
/// </remarks>
internal sealed class ImportPipeline(IStudyStore store, ImportOptions options, ImportMeter meter)
{
    private const int BatchesAhead = 2;

    // Blocks of a batch are held until it is written; a batch of long records is closed early.
    private const long MaxBatchBytes = 32 * 1024 * 1024;

    // A chunk may hold one record of the longest kind: this many of them fit into memory.
    private const int MaxChunksAhead = 12;

    private readonly VersionPlanner _planner = new();
    private long _rejected;

    private ImportCounts Counts => _planner.Counts with { Rejected = _rejected };

    public async Task<ImportCounts> RunAsync(
        IReadOnlyList<string> files, IStudyWriter writer, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount;
        var chunks = Channel.CreateBounded<Task<(IncomingStudy? Study, RejectedRecord? Rejected)[]>>(
            Math.Min(threads + 1, MaxChunksAhead));
        var batches = Channel.CreateBounded<Task<StoreBatch>>(BatchesAhead);
        Task[] stages =
        [
            RunStage(() => ReadAsync(files, chunks.Writer, stop.Token), chunks.Writer, stop),
            RunStage(() => DecideAsync(chunks.Reader, batches.Writer, stop.Token), batches.Writer, stop),
            RunStage(() => WriteAsync(batches.Reader, writer, stop.Token), (ChannelWriter<StoreBatch>?)null, stop),
        ];
        await WhenAllOrFirstFault(stages).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return Counts;
    }

    private async Task ReadAsync(
        IReadOnlyList<string> files, ChannelWriter<Task<(IncomingStudy? Study, RejectedRecord? Rejected)[]>> chunks,
        CancellationToken cancellationToken)
    {
        var reader = new SourceReader(options.Limits, meter.OnRead);
        var chunk = new RecordChunk();
        foreach (var record in files.SelectMany(reader.Read))
        {
            chunk.Add(record);
            if (chunk.IsFull)
            {
                var full = chunk;
                await chunks.WriteAsync(Task.Run(full.Check, cancellationToken), cancellationToken)
                    .ConfigureAwait(false);
                chunk = new RecordChunk();
            }
        }

        if (!chunk.IsEmpty)
        {
            await chunks.WriteAsync(Task.Run(chunk.Check, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task DecideAsync(
        ChannelReader<Task<(IncomingStudy? Study, RejectedRecord? Rejected)[]>> chunks,
        ChannelWriter<Task<StoreBatch>> batches, CancellationToken cancellationToken)
    {
        var mayKnow = (await store.ReadStatisticsAsync(cancellationToken).ConfigureAwait(false)).Studies > 0;
        var learner = new DictionaryLearner(
            await store.FindDictionaryAsync(cancellationToken).ConfigureAwait(false));
        var batch = new BatchBuilder(learner);
        await foreach (var check in chunks.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var chunk = await check.ConfigureAwait(false);
            if (mayKnow)
            {
                await LearnAsync(chunk, cancellationToken).ConfigureAwait(false);
            }

            foreach (var (study, rejected) in chunk)
            {
                Decide(study, rejected, batch);
                if (batch.Records >= options.BatchRecords || batch.Bytes >= MaxBatchBytes)
                {
                    await batches.WriteAsync(batch.BuildAsync(Counts), cancellationToken).ConfigureAwait(false);
                    batch = new BatchBuilder(learner);
                }
            }
        }

        if (batch.Records > 0)
        {
            await batches.WriteAsync(batch.BuildAsync(Counts), cancellationToken).ConfigureAwait(false);
        }
    }

    // What this import has not touched yet, no batch on its way can have changed: the store's answer holds.
    private async ValueTask LearnAsync(
        (IncomingStudy? Study, RejectedRecord? Rejected)[] chunk, CancellationToken cancellationToken)
    {
        var unknown = chunk.Select(result => result.Study).OfType<IncomingStudy>().Select(study => study.NctId)
            .Where(nctId => !_planner.Knows(nctId)).ToHashSet();
        foreach (var history in await store.ReadHistoriesAsync(unknown, cancellationToken).ConfigureAwait(false))
        {
            _planner.Learn(history);
        }
    }

    private void Decide(IncomingStudy? study, RejectedRecord? rejected, BatchBuilder batch)
    {
        if (study is not null)
        {
            batch.Add(study, _planner.Decide(study.NctId, study.Version));
        }
        else
        {
            _rejected++;
            batch.Reject(rejected!);
        }
    }

    private async Task WriteAsync(
        ChannelReader<Task<StoreBatch>> batches, IStudyWriter writer, CancellationToken cancellationToken)
    {
        await foreach (var building in batches.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var batch = await building.ConfigureAwait(false);
            await writer.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            meter.OnStored(batch.Counts);
        }
    }

    // A stage that ends closes its queue; one that fails stops the others.
    private static Task RunStage<T>(Func<Task> stage, ChannelWriter<T>? output, CancellationTokenSource stop) =>
        Task.Run(async () =>
        {
            try
            {
                await stage().ConfigureAwait(false);
                output?.Complete();
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
        });

    // The first real fault is the reason; the cancellations that follow from it are not.
    private static async Task WhenAllOrFirstFault(Task[] stages)
    {
        try
        {
            await Task.WhenAll(stages).ConfigureAwait(false);
        }
        catch
        {
            var fault = stages.FirstOrDefault(stage => stage.IsFaulted);
            if (fault is not null)
            {
                await fault.ConfigureAwait(false);
            }

            throw;
        }
    }
}
