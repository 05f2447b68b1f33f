using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>An import in the list, as programs are told of it.</summary>
public sealed record ImportAnswer(Guid Id, DateTime At, string Files, int Added, int Updated, int Unchanged, int Skipped, DateTime? UndoneAt)
{
    public static ImportAnswer Of(Import import) => new(import.Id, import.At, import.Files, import.Added, import.Updated, import.Unchanged, import.Skipped, import.UndoneAt);
}

/// <summary>What an undo took back, as programs are told of it.</summary>
public sealed record UndoneAnswer(Guid Import, int Removed, int Restored, int Touches, IReadOnlyList<StayingAnswer> Stays)
{
    public static UndoneAnswer Of(Undone undone) => new(undone.Import, undone.Removed, undone.Restored, undone.Touches, [.. undone.Stays.Select(s => new StayingAnswer(s.Id, s.Name, s.Why.InWords(), s.IsOrganization))]);
}

public sealed record StayingAnswer(Guid Id, string Name, string Why, bool IsOrganization = false);
