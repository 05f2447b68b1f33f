using Mainstay.Storage;

namespace Mainstay.People;

public static class PersonRecordQueries
{
    public static async Task<PersonRecord> RecordOf(this Store store, Guid id, IServiceProvider rooms, DateOnly today, CancellationToken stop)
    {
        var person = await store.PersonOf(id, stop);
        var details = await store.DetailsOf(id, stop);
        var through = details.MetThroughId is { } other ? await store.NameOf(other, stop) : details.MetThroughName;
        var listed = (await store.WithFacts([person], rooms.GetServices<IPersonFacts>(), today, stop))[0];
        var parts = new List<PersonPart>();
        foreach (var room in rooms.GetServices<IPersonParts>()) parts.AddRange(await room.Parts(store, id, today, stop));
        return new(person, details, through, listed, parts);
    }
}
