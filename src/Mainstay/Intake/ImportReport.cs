using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>Something that could not be used, and the line of the file it stands on.</summary>
public sealed record RowProblem(long Row, Reason Message)
{
    /// <summary>The character of that line, from 1, where only a part of it is meant; 1 where it is the line as a whole.</summary>
    public int Column { get; init; } = 1;

    /// <summary>Because of it the rest of the file was not read.</summary>
    public bool IsEnd { get; init; }
}

/// <summary>Somebody who was kept apart from others who may be the same person.</summary>
public sealed record Doubt(long Row, string Name, Reason Message)
{
    /// <summary>By what the owner's decision about them is remembered.</summary>
    public string Key { get; init; } = "";

    public string? Address { get; init; }

    public IReadOnlyList<Lookalike> Candidates { get; init; } = [];
}

/// <summary>Who they may be: somebody who is here, or, without a person, somebody else in the files. The key is how a decision names them.</summary>
public sealed record Lookalike(string Key, string Name, string? Address, Guid? Person);

/// <summary>What becomes of a row.</summary>
public enum Fate { New = 0, Changed = 1, Unchanged = 2, Skipped = 3 }

/// <summary>One of the first rows of a file, as it was understood.</summary>
public sealed record FirstRow(long Row, string Name, Reason? About, Fate Fate);

/// <summary>What became, or would become, of one file.</summary>
public sealed class FileReport(string file, string format)
{
    public const int MostListed = 10_000, MostSamples = 5, MostFirst = 8;

    public string File => file;

    public string Format => format;

    public int Rows { get; set; }

    public int Added { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Skipped { get; set; }

    /// <summary>People who came in beside the touches of this file.</summary>
    public int PeopleAdded { get; set; }

    /// <summary>Touches that came in with the people of a whole network.</summary>
    public int TouchesAdded { get; init; }

    public bool HasTouches { get; init; }

    public List<RowProblem> Problems { get; } = [];

    /// <summary>As they are told: first why the rest of the file was not read, for longer lists are cut; then in the order of its lines.</summary>
    public IEnumerable<RowProblem> Told => Problems.OrderByDescending(p => p.IsEnd).ThenBy(p => p.Row);

    /// <summary>So many more there are than are listed.</summary>
    public int MoreProblems { get; private set; }

    public List<Doubt> Doubtful { get; } = [];

    /// <summary>So many more there are than are listed.</summary>
    public int MoreDoubtful { get; private set; }

    /// <summary>Names of a few that are new, and of a few that change.</summary>
    public List<string> NewOnes { get; } = [];

    public List<string> ChangedOnes { get; } = [];

    public List<FirstRow> First { get; } = [];

    public void Say(long row, Reason message, int column = 1, bool isEnd = false)
    {
        if (isEnd || Problems.Count < MostListed) Problems.Add(new(row, message) { Column = column, IsEnd = isEnd });
        else MoreProblems++;
    }

    /// <summary>What the reader of the file found and did not list either.</summary>
    public void Say(Unlisted more)
    {
        MoreProblems += more.Problems;
        Rows += more.Refused;
        Skipped += more.Refused;
    }

    public void Skip(Incoming incoming, Reason why, bool isEnd = false)
    {
        Skipped += incoming.Rows;
        Say(incoming.Row, why, incoming.Column, isEnd);
    }

    public void Doubt(Doubt doubt)
    {
        if (Doubtful.Count < MostListed) Doubtful.Add(doubt);
        else MoreDoubtful++;
    }

    public void Show(FirstRow row)
    {
        if (First.Count < MostFirst) First.Add(row);
    }

    public static void Sample(List<string> samples, string name)
    {
        if (samples.Count < MostSamples) samples.Add(name);
    }
}

/// <summary>What a whole import did, or would do.</summary>
public sealed record ImportReport(Guid? Import, IReadOnlyList<FileReport> Files);

/// <summary>What the owner wants of an import, and what it must know to do it.</summary>
public sealed record ImportWishes(DateOnly Today, TimeZoneInfo Zone, TimeProvider Clock)
{
    public bool WithText { get; init; }

    /// <summary>The import's own id; the same one does not come in twice.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who the owner said is the same person: by the key of a doubt the key of a candidate.</summary>
    public IReadOnlyDictionary<string, string> Same { get; init; } = new Dictionary<string, string>();

    /// <summary>More rows than this are refused.</summary>
    public int MostRows { get; init; } = int.MaxValue;

    /// <summary>Told now and then: which file, and how many rows of it are done.</summary>
    public Action<string, int>? Progress { get; init; }
}
