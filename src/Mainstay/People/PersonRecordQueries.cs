using Mainstay.Storage;

namespace Mainstay.People;

public static class PersonRecordQueries
{
    /// <param name="store">Whose space.</param>
    /// <param name="id">Who.</param>
    /// <param name="rooms">Those who know something of them.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="stop">Ends it early.</param>
    /// <param name="most">So many rows at most of what grows from year to year.</param>
    public static async Task<PersonRecord> RecordOf(this Store store, Guid id, IServiceProvider rooms, DateOnly today, CancellationToken stop, int most = int.MaxValue)
    {
        var person = await store.PersonOf(id, stop);
        var details = await store.DetailsOf(id, stop);
        var through = details.MetThroughId is { } other ? await store.NameOf(other, stop) : details.MetThroughName;
        var listed = (await store.WithFacts([person], rooms.GetServices<IPersonFacts>(), today, stop))[0];
        var parts = new List<PersonPart>();
        foreach (var room in rooms.GetServices<IPersonParts>()) parts.AddRange(await room.Parts(store, id, today, most, stop));
        return new(person, details, through, listed, parts);
    }
}
