using System.Text.Json;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Intake;

/// <summary>What an undo took back, and what it left because it was edited since, or came with another import too.</summary>
public sealed record Undone(Guid Import, int Removed, int Restored, int Touches, IReadOnlyList<Staying> Stays);

/// <summary>Something that stays, and why.</summary>
public sealed record Staying(Guid Id, string Name, Reason Why)
{
    /// <summary>An organization; else a person, or a touch, which has no name.</summary>
    public bool IsOrganization { get; init; }
}

public static class UndoActions
{
    /// <summary>Takes back a whole import, even after later ones. What was edited since stays, and is named. Whoever came with another import too stays as long as that one does.</summary>
    public static Task<Undone> UndoImport(this Store store, Guid id, IEnumerable<IPersonLeaves> rooms, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var import = await store.Imports.FirstOrDefaultAsync(i => i.Id == id, stop) ?? throw new NotFound("Intake.NoSuchImport", id);
        if (import.IsWhole) throw new Conflict("Intake.WholeStays", import.Files);
        if (import.UndoneAt is not null) throw new Conflict("Intake.UndoneAlready", import.Files);
        var changes = (await store.ImportChanges.AsNoTracking().Where(c => c.ImportId == id).ToListAsync(stop)).ToLookup(c => c.Kind);
        var touched = await store.TouchedBy(id, [.. changes[ChangeKind.PersonAdded].Concat(changes[ChangeKind.PersonChanged]).Select(c => c.Subject)], stop);
        var (touches, people) = (new UndoTouchesActions(store), new UndoPeopleActions(store, id, clock));
        await touches.TakeBack(changes[ChangeKind.TouchAdded], changes[ChangeKind.TouchChanged], stop);
        await people.Changed([.. changes[ChangeKind.PersonChanged]], stop);
        await people.Added([.. changes[ChangeKind.PersonAdded]], rooms, stop);
        import.UndoneAt = clock.GetUtcNow().UtcDateTime;
        await store.SaveChangesAsync(stop);
        await people.LeftBehind(touched, rooms, stop);
        await people.Organizations([.. changes[ChangeKind.OrganizationAdded]], stop);
        await people.LeaveNoOrganization(touched, stop);
        var undone = new Undone(id, people.Removed, people.Restored, touches.Removed, [.. touches.Stays, .. people.Stays]);
        import.UndoReport = JsonSerializer.Serialize(UndoneAnswer.Of(undone), Json.OneLine);
        await store.SaveChangesAsync(stop);
        return undone;
    }, stop);

    /// <summary>What a person was before an import; null when that cannot be read.</summary>
    internal static Before? WasBefore(string? json)
    {
        try
        {
            return json is not null && JsonSerializer.Deserialize<Before>(json, Json.OneLine) is { Said: { Details: not null, Affiliations: not null }, Identities: not null } before ? before : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
