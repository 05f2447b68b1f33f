using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>What became of a gathering in a calendar file.</summary>
public enum FileFate { Added = 0, Changed = 1, Same = 2, CalledOff = 3 }

/// <summary>A gathering that a file told of, and what became of it.</summary>
public sealed record FiledGathering(Gathering It, FileFate Fate);

/// <summary>Gatherings out of calendar files.</summary>
public static class GatheringFileActions
{
    /// <summary>Writes down what a file tells of. What is there already becomes when and where the file says it is, and stays otherwise as the owner left it; what is called off is one they do not go to. The same file twice changes nothing.</summary>
    public static Task<IReadOnlyList<FiledGathering>> FileGatherings(this Store store, IReadOnlyCollection<FileEvent> events, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(new Problems().When(events.Count == 0, "file", "Gatherings.NothingChosen").When(events.Count > FileEvent.Most, "file", "Gatherings.TooManyOfFile", FileEvent.Most));
        var (keys, zone) = (events.Select(e => e.Key).ToArray(), await store.OwnersZone(stop));
        var known = (await store.Gatherings.Where(g => keys.Contains(g.SourceKey)).ToListAsync(stop)).DistinctBy(g => g.SourceKey).ToDictionary(g => g.SourceKey!);
        var filed = new List<FiledGathering>();
        foreach (var one in events.DistinctBy(e => e.Key))
        {
            if (known.TryGetValue(one.Key, out var there)) filed.Add(new(there, Follow(there, one, zone)));
            else if (!one.IsCalledOff) filed.Add(new(await store.AddGathering(Named(one) with { SourceKey = one.Key }, clock, stop), FileFate.Added));
        }
        await store.SaveChangesAsync(stop);
        return (IReadOnlyList<FiledGathering>)filed;
    }, stop);

    /// <summary>The keys of those that are written down already.</summary>
    public static Task<List<string>> FiledAlready(this Store store, IReadOnlyCollection<FileEvent> events, CancellationToken stop)
    {
        var keys = events.Select(e => e.Key).ToArray();
        return store.Gatherings.Where(g => keys.Contains(g.SourceKey)).Select(g => g.SourceKey!).Distinct().ToListAsync(stop);
    }

    /// <summary>What has no name is called after where it is, so that it can be told apart.</summary>
    private static NewGathering Named(FileEvent one) => one.It.Name.Length > 0 ? one.It : one.It with { Name = one.It.Place is { Length: <= NewGathering.MostName } place ? place : new Reason("Gatherings.Nameless").InWords() };

    private static FileFate Follow(Gathering there, FileEvent one, TimeZoneInfo zone)
    {
        if (one.IsCalledOff)
        {
            var was = there.State;
            there.State = GatheringState.Not;
            return was == GatheringState.Not ? FileFate.Same : FileFate.CalledOff;
        }
        var (starts, ends) = one.It.Moments(zone);
        if ((there.FirstDay, there.LastDay, there.StartsAt, there.EndsAt, there.Place) == (one.It.On, one.It.LastDay, starts, ends, one.It.Place)) return FileFate.Same;
        (there.FirstDay, there.LastDay, there.StartsAt, there.EndsAt, there.Place) = (one.It.On, one.It.LastDay, starts, ends, one.It.Place);
        return FileFate.Changed;
    }
}
