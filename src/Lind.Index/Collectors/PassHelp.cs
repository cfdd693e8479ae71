using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Lind.Index.Collectors;

/// <summary>Further threads for one pass that turns out to be dear. Used by the pass's own thread.</summary>
/// <param name="work">What a further thread does; returns its lane.</param>
/// <param name="isWorkLeft">Whether there is anything left to begin with.</param>
internal sealed class PassHelp<TLane>(Func<TLane> work, Func<bool> isWorkLeft) : IDisposable
    where TLane : PassLane
{
    private readonly List<Helper> _helpers = [];
    private readonly long _since = Begin();
    private bool _isOver;

    /// <summary>Calls another thread if the pass has run for a while, work is left and a core is idle.</summary>
    internal void CallIfDear()
    {
        if (Stopwatch.GetElapsedTime(_since) >= Cores.HelpAfter && isWorkLeft() && Cores.TryEnter())
        {
            var helper = new Helper(work);
            _helpers.Add(helper);
            ThreadPool.UnsafeQueueUserWorkItem(helper, preferLocal: false);
        }
    }

    /// <summary>Waits for those who help; returns their lanes.</summary>
    /// <remarks>What stopped one of them is thrown here.</remarks>
    internal IReadOnlyList<TLane> Join()
    {
        _helpers.ForEach(helper => helper.End());
        return [.. _helpers.Select(helper => helper.Result()).OfType<TLane>()];
    }

    /// <summary>Waits for those who help, for they read what the caller holds.</summary>
    public void Dispose()
    {
        if (!_isOver)
        {
            _isOver = true;
            _helpers.ForEach(helper => helper.End());
            _helpers.ForEach(helper => helper.Dispose());
            Cores.Leave();
        }
    }

    private static long Begin()
    {
        Cores.Enter();
        return Stopwatch.GetTimestamp();
    }

    private sealed class Helper(Func<TLane> work) : IThreadPoolWorkItem, IDisposable
    {
        private const int Waiting = 0;
        private const int Running = 1;
        private const int CalledOff = 2;

        private readonly ManualResetEventSlim _done = new();
        private int _state;
        private TLane? _lane;
        private ExceptionDispatchInfo? _fault;

        [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "thrown where the lanes are joined")]
        public void Execute()
        {
            if (Interlocked.CompareExchange(ref _state, Running, Waiting) != Waiting)
            {
                return; // too late: the work is done, and nobody waits
            }

            try
            {
                _lane = work();
            }
            catch (Exception fault)
            {
                _fault = ExceptionDispatchInfo.Capture(fault);
            }
            finally
            {
                Cores.Leave();
                _done.Set();
            }
        }

        /// <summary>Calls it off if it has not begun, or waits for its end.</summary>
        internal void End()
        {
            if (Interlocked.CompareExchange(ref _state, CalledOff, Waiting) == Waiting)
            {
                Cores.Leave();
            }
            else if (_state == Running)
            {
                _done.Wait();
            }
        }

        internal TLane? Result()
        {
            _fault?.Throw();
            return _lane;
        }

        public void Dispose() => _done.Dispose();
    }
}
