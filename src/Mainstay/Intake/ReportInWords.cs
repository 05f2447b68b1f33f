using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>A report as others read it: <c>import --json</c>, and what is kept of it.</summary>
public sealed record ReportInWords(Guid? Import, IReadOnlyList<FileInWords> Files)
{
    public static ReportInWords Of(Guid? import, IReadOnlyList<FileReport> files) => new(import, [.. files.Select(FileInWords.Of)]);
}

public sealed record FileInWords(string File, string Format, int Rows, int Added, int Updated, int Unchanged, int Skipped)
{
    public IReadOnlyList<ProblemInWords> Problems { get; init; } = [];

    public IReadOnlyList<DoubtInWords> Doubtful { get; init; } = [];

    public static FileInWords Of(FileReport file) => new(file.File, file.Format, file.Rows, file.Added, file.Updated, file.Unchanged, file.Skipped)
    {
        Problems = [.. file.Problems.OrderBy(p => p.Row).Select(p => new ProblemInWords(p.Row, p.Message.InWords()))],
        Doubtful = [.. file.Doubtful.OrderBy(d => d.Row).Select(d => new DoubtInWords(d.Row, d.Name, d.Message.InWords()))],
    };
}

public sealed record ProblemInWords(long Row, string Message);

public sealed record DoubtInWords(long Row, string Name, string Message);
