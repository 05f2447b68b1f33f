using System.Net;
using System.Text.Json;
using Mainstay.Tests.Api;

namespace Mainstay.Tests.Intake;

public class IntakeApiTests
{
    [Theory, OnBoth]
    public async Task Tells_of_imports_as_the_command_line_does_and_takes_one_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var report = await house.ImportText(Bring.Card("Grace Hopper") + Bring.Card("Alan Turing"), "two.vcf");
        await using var site = await TestSite.Open(house);

        var list = (await site.Ask("/api/imports")).Fine();
        var one = (await site.Ask($"/api/imports/{report.Import}")).Fine();
        Assert.True(JsonElement.DeepEquals((await house.Type("import", "list", "--json")).Fine().Json, list["items"]), list.Text);
        Assert.Equal(2, one["files"][0].GetProperty("added").GetInt32());

        var undone = (await site.Hand($"/api/imports/{report.Import}/undo", null)).Fine();
        Assert.Equal(2, undone["removed"].GetInt32());
        Assert.Empty(await house.Names());
        (await site.Hand($"/api/imports/{report.Import}/undo", null)).Is(HttpStatusCode.Conflict);
    }
}
