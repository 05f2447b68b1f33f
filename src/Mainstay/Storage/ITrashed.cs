namespace Mainstay.Storage;

/// <summary>A row that can lie in the trash, where only who looks for it there sees it.</summary>
public interface ITrashed
{
    DateTime? TrashedAt { get; }
}
