using Mainstay.Words;

namespace Mainstay.Archive;

/// <summary>Holds the rows of an archive against each other: every id once, every reference to something that is there.</summary>
public sealed class ArchiveCheck
{
    private readonly Dictionary<string, HashSet<Guid>> known = [];
    private readonly HashSet<(string Kind, string Key)> keys = [];
    private readonly List<(string Kind, Guid Id, string Place)> awaited = [];
    private string section = "";
    private long row;

    internal void Begin(string name) => (section, row) = (name, 0);

    internal void Next() => row++;

    /// <summary>The list and the number, from 1, of the row at hand.</summary>
    internal string Place => $"{section} {row}";

    /// <summary>A thing of this kind has this id, and nothing else of its kind has.</summary>
    public void IsNew(string kind, Guid id)
    {
        if (!Of(kind).Add(id)) throw Wrong("Archive.IdTwice", id);
    }

    /// <summary>True unless something of this kind has this key already.</summary>
    public bool IsFirst(string kind, string key) => keys.Add((kind, key));

    /// <summary>It must be there: already, or in a later row of the document.</summary>
    public void Refers(string kind, Guid? id)
    {
        if (id is { } there && !Of(kind).Contains(there)) awaited.Add((kind, there, Place));
    }

    /// <summary>What the owner could not have typed either.</summary>
    public void Holds(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems) throw Wrong("Archive.RowProblem", problem.Sentence);
    }

    public void Holds(bool isFine, string key, params object?[] inputs)
    {
        if (!isFine) throw Wrong("Archive.RowProblem", new Reason(key, inputs));
    }

    internal void End()
    {
        foreach (var (kind, id, place) in awaited)
            if (!Of(kind).Contains(id)) throw new CannotBeDone("Archive.NotThere", place, kind, id);
    }

    private HashSet<Guid> Of(string kind) => known.TryGetValue(kind, out var ids) ? ids : known[kind] = [];

    private CannotBeDone Wrong(string key, object input) => new(key, Place, input);
}
