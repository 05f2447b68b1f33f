using System.Net;
using Mainstay.Cli;
using Mainstay.Storage;

namespace Mainstay.Tests.Hosting;

public class OpenCliTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_that_nothing_is_served()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var answer = await house.Type("open");

        Assert.Equal(1, answer.Code);
        Assert.Contains("mainstay serve", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opens_the_set_up_while_nobody_has_an_account_and_then_signs_in()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var serving = InUse.Serve(house.Settings);
        await using var site = await TestSite.OpenToAll(house);

        using var begun = await site.Post(await Opened(house, "/setup"), "/setup", Entrance.SetUpPageTests.Typed);
        await using var later = site.Stranger();
        using var entered = await later.Post(await Opened(house, "/sign-in/link"), "/sign-in/link");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (begun.StatusCode, entered.StatusCode));
        await later.Page("/people");
    }

    [Theory]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    [InlineData("demo", "--urls", "http://127.0.0.1:0")]
    public async Task A_newcomer_gets_from_the_command_to_their_page_by_one_link(params string[] typed)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var said = new StringWriter();
        var around = new Surroundings { Out = TextWriter.Synchronized(said), Error = TextWriter.Null, In = TextReader.Null, Clock = house.Clock, Variable = name => name == "MAINSTAY_DATA" ? house.Settings.Data : null };

        var serve = House.Run(typed, around, stopping.Token);
        while (!said.ToString().Contains("?key=", StringComparison.Ordinal)) await Task.Delay(50, Stop);
        var link = said.ToString().Split('\n').Single(l => l.Contains("?key=", StringComparison.Ordinal)).Split(' ')[^1];
        using var browser = new HttpClient();
        using var page = await browser.GetAsync(link, Stop);
        await stopping.CancelAsync();

        Assert.Equal((0, HttpStatusCode.OK), (await serve, page.StatusCode));
    }

    private static async Task<string> Opened(TestHouse house, string path)
    {
        var link = new Uri((await house.Type("open", "--json")).Fine().Json.GetProperty("link").GetString()!);
        Assert.Equal(path, link.AbsolutePath);
        return link.PathAndQuery;
    }
}
