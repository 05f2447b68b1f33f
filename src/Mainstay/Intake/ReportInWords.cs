using System.ComponentModel;
using System.Text.Json.Serialization;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>A report as others read it: <c>import --json</c>, and what is kept of it.</summary>
public sealed record ReportInWords(Guid? Import, IReadOnlyList<FileInWords> Files)
{
    /// <summary>Of an import what became of it; of a look ahead also the first rows, and who the doubtful may be.</summary>
    public static ReportInWords Of(Guid? import, IReadOnlyList<FileReport> files) => new(import, [.. files.Select(f => FileInWords.Of(f, import is null))]);

    /// <summary>As the other, with what pages say besides.</summary>
    public static ReportInWords ForPages(Guid? import, IReadOnlyList<FileReport> files) => new(import, [.. files.Select(f => FileInWords.Of(f, import is null) with { HasTouches = f.HasTouches, TouchesAdded = f.TouchesAdded, PeopleAdded = f.PeopleAdded, Problems = [.. f.Told.Select(ProblemInWords.ForPages)] })]);

    /// <summary>What is kept, as programs read it.</summary>
    public ReportInWords ForPrograms() => this with { Files = [.. Files.Select(f => f with { Problems = [.. f.Problems.Select(p => p.ForPrograms())] })] };
}

public sealed record FileInWords(string File, string Format, int Rows, int Added, int Updated, int Unchanged, int Skipped)
{
    public IReadOnlyList<ProblemInWords> Problems { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [Description("So many more problems there are than are listed.")]
    public int MoreProblems { get; init; }

    public IReadOnlyList<DoubtInWords> Doubtful { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [Description("So many more of whom it is doubtful who they are than are listed.")]
    public int MoreDoubtful { get; init; }

    /// <summary>The counts are of touches.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasTouches { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int TouchesAdded { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int PeopleAdded { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FirstInWords>? First { get; init; }

    public static FileInWords Of(FileReport file, bool isAhead) => new(file.File, file.Format, file.Rows, file.Added, file.Updated, file.Unchanged, file.Skipped)
    {
        Problems = [.. file.Told.Select(ProblemInWords.Of)],
        MoreProblems = file.MoreProblems,
        MoreDoubtful = file.MoreDoubtful,
        Doubtful = [.. file.Doubtful.OrderBy(d => d.Row).Select(d => DoubtInWords.Of(d, isAhead))],
        First = isAhead ? [.. file.First.Select(f => new FirstInWords(f.Row, f.Name, f.About?.InWords(), f.Fate))] : null,
    };
}

public sealed record ProblemInWords(long Row, string Message)
{
    /// <summary>Kept for pages. Programs are told it in the message, so it is no part of what they are answered.</summary>
    [JsonInclude]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal int? Column { get; init; }

    /// <summary>The column is said in the message.</summary>
    public static ProblemInWords Of(RowProblem problem) => ForPages(problem).ForPrograms();

    public static ProblemInWords ForPages(RowProblem problem) => new(problem.Row, problem.Message.InWords()) { Column = problem.Column > 1 ? problem.Column : null };

    public ProblemInWords ForPrograms() => Column is { } column ? new(Row, Speech.Say("Intake.ProblemColumn", column, Message)) : this;
}

public sealed record FirstInWords(long Row, string Name, string? About, Fate Fate);

public sealed record DoubtInWords(long Row, string Name, string Message)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Address { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Lookalike>? Candidates { get; init; }

    public static DoubtInWords Of(Doubt doubt, bool isAhead) => new(doubt.Row, doubt.Name, doubt.Message.InWords())
    {
        Key = isAhead ? doubt.Key : null,
        Address = isAhead ? doubt.Address : null,
        Candidates = isAhead ? doubt.Candidates : null,
    };
}
