using Mainstay.Storage;

namespace Mainstay.Web.Ui;

/// <summary>How the people on one page look: whoever is on it is asked for together, not one by one.</summary>
public sealed class AvatarLooks(Store store, Visit visit, IAvatarLooks source, IHttpContextAccessor here)
{
    private readonly Dictionary<Guid, AvatarLook?> known = [];
    private readonly HashSet<Guid> wanted = [];
    private Task? coming;

    /// <summary>How somebody looks; null when they are nobody of this network.</summary>
    public async ValueTask<AvatarLook?> Of(Guid person)
    {
        if (person == Guid.Empty || visit.Guest is not { IsInCircle: false }) return null;
        while (!known.ContainsKey(person))
        {
            wanted.Add(person);
            await (coming ??= Fetch());
        }
        return known[person];
    }

    private async Task Fetch()
    {
        await Task.Yield(); // a page is drawn in one go: by then everybody on it has asked
        Guid[] asked = [.. wanted];
        wanted.Clear();
        var found = await source.Of(store, asked, visit.Today, here.HttpContext?.RequestAborted ?? CancellationToken.None);
        foreach (var person in asked) known[person] = found.GetValueOrDefault(person);
        coming = null;
    }
}
