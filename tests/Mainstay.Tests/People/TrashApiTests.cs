using System.Net;
using Mainstay.People;
using Mainstay.Tests.Api;
using Mainstay.Tests.Intake;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.People;

public class TrashApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Deletes_one_for_good_and_then_everybody_in_the_trash(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        var bob = await house.Bob();
        var bobs = (await bob.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop)).Id;
        await bob.TrashPerson(bobs, house.Clock, Stop);
        foreach (var gone in (Guid[])[grace, alan]) await house.Store.TrashPerson(gone, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        (await site.Delete($"/api/trash/{katherine}")).Is(HttpStatusCode.NotFound);
        (await site.Delete($"/api/trash/{grace}")).Is(HttpStatusCode.NoContent);
        (await site.Delete($"/api/trash/{grace}")).Is(HttpStatusCode.NotFound);
        (await site.Hand($"/api/people/{grace}/restore", null)).Is(HttpStatusCode.NotFound);
        Assert.Equal(["Alan Turing"], (await site.Ask("/api/trash")).Each("items", "name"));
        Assert.Equal(1, (await site.Delete("/api/trash")).Fine()["removed"].GetInt32());
        Assert.Equal(0, (await site.Delete("/api/trash")).Fine()["removed"].GetInt32());

        Assert.Empty((await site.Ask("/api/trash")).Each("items", "name"));
        Assert.Equal(["Katherine Johnson"], await house.Names());
        Assert.Equal([bobs], (await bob.InTrash(Stop)).Select(p => p.Id));
    }
}
