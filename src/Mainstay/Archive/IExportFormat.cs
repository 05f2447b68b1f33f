using Mainstay.Storage;

namespace Mainstay.Archive;

/// <summary>A format in which other programs take people: what a room above knows how to write.</summary>
public interface IExportFormat
{
    /// <summary>What follows <c>--format</c>.</summary>
    string Name { get; }

    /// <summary>The versions it can be written in, the usual one first; none when there is but one.</summary>
    IReadOnlyList<string> Versions { get; }

    /// <summary>Writes everybody who is not in the trash; the answer is how many.</summary>
    Task<long> Write(Store store, Stream output, string? version, CancellationToken stop);
}
