using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Lind.Index.Segments;
using Lind.Search.Mapping;
using Lind.Search.Synonyms;

namespace Lind.Search.Building;

/// <summary>Maps records on several threads into one writer. All records of a study go to the same thread in their
/// order, so the later one counts; else whoever has least to do gets the next ones.</summary>
/// <remarks>Long records, mostly those with results, go to one half of the threads and short ones to the other: what
/// stands together in a segment is then more alike, and the index about 2 % smaller (40,000 studies: 161.2 to 157.7
/// MB).</remarks>
internal sealed class IndexBuild : IDisposable
{
    private const int BatchSize = 32;
    private const int WaitingBatches = 16;
    private const int FirstBoundary = 16 << 10;
    private const int BoundaryStep = 1 << 11; // of its length: slow enough not to swing

    private readonly Worker[] _workers;
    private readonly Dictionary<int, Worker> _workerOf = []; // by a study's number
    private readonly CancellationTokenSource _stop;
    private readonly SemaphoreSlim _room = new(0); // once for each batch taken from a queue
    private int _boundary = FirstBoundary; // longer records are long ones; follows the load of the two halves

    private IndexBuild(IndexWriter writer, int threads, bool learn, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _workers = Enumerable.Range(0, threads).Select(_ => new Worker(writer.CreateBuilder(), learn, _stop, _room)).ToArray();
    }

    /// <summary>Writes all records; nothing is published.</summary>
    /// <returns>How many were written and, when asked to learn, what was learned.</returns>
    public static (long Written, SynonymLearner Learned) Run(
        IndexWriter writer, IEnumerable<StudyRecord> studies, int threads, bool learn, CancellationToken cancellationToken)
    {
        using var build = new IndexBuild(writer, threads, learn, cancellationToken);
        return build.Run(studies, cancellationToken);
    }

    /// <summary>Gives back what the threads were told by; they have ended.</summary>
    public void Dispose()
    {
        _stop.Dispose();
        _room.Dispose();
    }

    private (long Written, SynonymLearner Learned) Run(
        IEnumerable<StudyRecord> studies, CancellationToken cancellationToken)
    {
        var written = 0L;
        try
        {
            foreach (var study in studies)
            {
                ref var worker = ref CollectionsMarshal.GetValueRefOrAddDefault(_workerOf, study.NctId.Number, out _);
                worker ??= WorkerFor(study.Json.Length);
                if (worker.Take(study))
                {
                    MoveBoundary();
                }

                written++;
            }

            Array.ForEach(_workers, worker => worker.Send());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A worker failed and stopped the others: its own error comes out below.
        }
        finally
        {
            Array.ForEach(_workers, worker => worker.Dispose());
        }

        var failure = _workers.Select(worker => worker.Failure).FirstOrDefault(one => one is not null);
        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
        var learned = new SynonymLearner();
        Array.ForEach(_workers, worker => learned.Add(worker.Learner));
        return (written, learned);
    }

    private ArraySegment<Worker> ForLong => new(_workers, 0, Math.Max(1, _workers.Length / 2));

    private ArraySegment<Worker> ForShort =>
        _workers.Length == 1 ? ForLong : new(_workers, ForLong.Count, _workers.Length - ForLong.Count);

    // Whoever writes a segment takes nothing for some seconds; what would wait for it goes to the others, long or short: 600,000
    // studies are built in 112 instead of 130 s, their index is .4 % of the JSON larger.
    private Worker WorkerFor(int length)
    {
        while (true)
        {
            var worker = LeastBusy(length > _boundary ? ForLong : ForShort);
            worker = worker.Waiting < WaitingBatches ? worker : LeastBusy(_workers);
            if (worker.Waiting < WaitingBatches)
            {
                return worker;
            }

            _room.Wait(_stop.Token);
        }
    }

    private static Worker LeastBusy(ArraySegment<Worker> workers)
    {
        var best = workers[0];
        foreach (var worker in workers)
        {
            best = worker.Waiting < best.Waiting ? worker : best;
        }

        return best;
    }

    // More waits for those who take the long records: fewer records are long from now on.
    private void MoveBoundary()
    {
        var difference = LeastBusy(ForLong).Waiting - LeastBusy(ForShort).Waiting;
        _boundary += difference * (1 + (_boundary / BoundaryStep));
    }

    private sealed class Worker : IDisposable
    {
        private readonly BlockingCollection<List<StudyRecord>> _queue = new(WaitingBatches);
        private readonly StudyMapper _mapper;
        private readonly CancellationTokenSource _stop;
        private readonly SemaphoreSlim _room;
        private readonly Thread _thread;
        private List<StudyRecord> _batch = new(BatchSize);

        public Worker(DocumentBuilder builder, bool learn, CancellationTokenSource stop, SemaphoreSlim room)
        {
            (_mapper, _stop, _room) = (new StudyMapper(builder, learn ? Learner : null), stop, room);
            _thread = new Thread(Work) { IsBackground = true, Name = "index build" };
            _thread.Start();
        }

        public SynonymLearner Learner { get; } = new();

        public System.Runtime.ExceptionServices.ExceptionDispatchInfo? Failure { get; private set; }

        /// <summary>How many batches wait for it.</summary>
        public int Waiting => _queue.Count;

        /// <summary>Takes a record; true if a batch was sent with it.</summary>
        public bool Take(StudyRecord study)
        {
            _batch.Add(study);
            if (_batch.Count < BatchSize)
            {
                return false;
            }

            Send();
            return true;
        }

        /// <summary>Sends off what was taken; waits while too much is waiting.</summary>
        public void Send()
        {
            _queue.Add(_batch, _stop.Token);
            _batch = new List<StudyRecord>(BatchSize);
        }

        /// <summary>Lets the worker finish what it was sent, and waits for it.</summary>
        public void Dispose()
        {
            _queue.CompleteAdding();
            _thread.Join();
            _queue.Dispose();
        }

        private void Work()
        {
            try
            {
                foreach (var batch in _queue.GetConsumingEnumerable(_stop.Token))
                {
                    _room.Release();
                    foreach (var study in batch)
                    {
                        _mapper.Add(study.NctId, study.Json.Span);
                    }
                }
            }
            catch (OperationCanceledException)
            {
                // Stopped from outside or by another worker's failure.
            }
            catch (Exception failure)
            {
                Failure = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(failure);
                _stop.Cancel();
            }
        }
    }
}
