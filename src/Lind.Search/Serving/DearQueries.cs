using System.Diagnostics.CodeAnalysis;
using Lind.Index.Queries;

namespace Lind.Search.Serving;

/// <summary>Queries that were dear to answer: what is dear in them is found once more in the background, whole, and
/// remembered. One thread, alive while there is something to do. Thread-safe.</summary>
/// <remarks>A search looks for a phrase only where that matters to its own answer. Others that ask for the same words, with a
/// filter, in another order, the next page, would look again.</remarks>
internal sealed class DearQueries : IDisposable
{
    // Each takes some hundredths of a second; who waits longer than a few seconds comes too late.
    private const int Most = 32;

    private readonly Lock _lock = new();
    private readonly Queue<(SearchView View, Query Query)> _waiting = [];
    private readonly CancellationTokenSource _stop = new();
    private Thread? _thread;
    private bool _isOver;

    /// <summary>Whether there is something to do.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_lock)
            {
                return _thread is not null;
            }
        }
    }

    /// <summary>Takes a query in, unless too many wait already.</summary>
    public void Add(SearchView view, Query query)
    {
        lock (_lock)
        {
            if (_waiting.Count >= Most || _isOver)
            {
                return;
            }

            _waiting.Enqueue((view.Retain(), query));
            if (_thread is null)
            {
                _thread = new Thread(Run) { IsBackground = true, Name = "dear queries" };
                _thread.Start();
            }
        }
    }

    /// <summary>Stops within milliseconds, and waits for that.</summary>
    public void Dispose()
    {
        Thread? thread;
        lock (_lock)
        {
            if (_isOver)
            {
                return;
            }

            _isOver = true;
            thread = _thread;
        }

        _stop.Cancel();
        thread?.Join();
        _stop.Dispose();
    }

    private void Run()
    {
        while (TryTake(out var view, out var query))
        {
            using (view)
            {
                Remember(view, query);
            }
        }
    }

    private bool TryTake([NotNullWhen(true)] out SearchView? view, [NotNullWhen(true)] out Query? query)
    {
        lock (_lock)
        {
            (view, query) = _waiting.TryDequeue(out var next) ? next : (null, null);
            _thread = view is null ? null : _thread;
            return view is not null && query is not null;
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "whoever searches next meets it, and is told")]
    private void Remember(SearchView view, Query query)
    {
        try
        {
            view.Searcher.Remember(query, _stop.Token);
        }
        catch (Exception)
        {
            // Stopped, or the index is damaged.
        }
    }
}
