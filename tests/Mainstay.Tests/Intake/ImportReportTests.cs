using System.Net.Http.Headers;
using System.Text;
using Mainstay.Formats;
using Mainstay.Intake;
using Mainstay.Tests.Api;
using Mainstay.Words;

namespace Mainstay.Tests.Intake;

/// <summary>What a report lists, and what it says of the rest.</summary>
public class ImportReportTests
{
    private const int Over = FileReport.MostListed + 3;

    /// <summary>Somebody, and more rows that name nobody than are listed.</summary>
    private static readonly string Table = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nGrace,Hopper,,grace@navy.example,,,05 Mar 2024\n" + string.Concat(Enumerable.Repeat(",,,,,,12 Jan 2023\n", Over));

    [Fact]
    public void What_is_not_listed_is_counted_and_why_the_rest_was_not_read_is_always_said()
    {
        var report = new FileReport("a.csv", "csv");
        for (var i = 0; i < Over; i++)
        {
            report.Skip(new Remark(i, new("Intake.RowEmpty")), new("Intake.RowEmpty"));
            report.Doubt(new(i, "Grace", new("Intake.RowEmpty")));
        }
        report.Say(new Unlisted(5, 2));
        report.Skip(new Remark(9, new("Intake.RowEmpty")), new("Intake.RowNamesNobody"), isEnd: true);

        Assert.Equal((FileReport.MostListed + 1, 3 + 5), (report.Problems.Count, report.MoreProblems));
        Assert.Equal("Intake.RowNamesNobody", report.Problems[^1].Message.Key);
        Assert.Equal((FileReport.MostListed, 3), (report.Doubtful.Count, report.MoreDoubtful));
        Assert.Equal((2, Over + 2 + 1), (report.Rows, report.Skipped));
        var told = ReportInWords.Of(null, [report]).Files[0];
        Assert.Equal((8, 3), (told.MoreProblems, told.MoreDoubtful));
        Assert.Equal(new Reason("Intake.RowNamesNobody").InWords(), told.Problems[0].Message);
    }

    [Fact]
    public void What_ended_the_reading_of_a_card_or_a_table_is_known_for_it()
    {
        FormatProblem[] found = [new(3, 1, ProblemKind.Refusal, FormatFault.CardTooLong, [10]), new(9, 1, ProblemKind.Refusal, FormatFault.FileTooLarge, [10L]) { IsEnd = true }];

        Assert.Equal([false, true], Incoming.Of(found).Cast<Unusable>().Select(u => u.IsEnd));
    }

    [Fact]
    public async Task Why_the_rest_was_not_read_is_said_first_at_every_door()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var table = Table.Split('\n')[0] + "\nGrace,Hopper,,grace@navy.example,,,05 Mar 2024\n" + string.Concat(Enumerable.Repeat(",,,,,,12 Jan 2023\n", 150)) + new string(',', 3_000) + "\n";
        var file = house.File("connections.csv", table);
        await using var site = await TestSite.Open(house);
        const string Why = "line 153";

        var said = (await house.Type("import", file, "--dry-run")).Fine().Out;
        var told = (await house.Type("import", file, "--dry-run", "--json")).Fine().Json.GetProperty("files")[0].GetProperty("problems");
        var done = (await site.Hand("/api/imports?name=connections.csv", Sent(table))).Is(System.Net.HttpStatusCode.Created);
        var page = System.Net.WebUtility.HtmlDecode(await site.Page($"/import/{done["import"].GetString()}"));

        Assert.Equal((153, 151), (told[0].GetProperty("row").GetInt32(), told.GetArrayLength()));
        Assert.Contains(Why, said, StringComparison.Ordinal);
        Assert.Contains(told[0].GetProperty("message").GetString()!, said, StringComparison.Ordinal);
        Assert.Contains(told[0].GetProperty("message").GetString()!, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_programs_and_the_page_say_how_many_more_there_are()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var file = house.File("connections.csv", Table);
        await using var site = await TestSite.Open(house);

        var said = (await house.Type("import", file, "--dry-run")).Fine().Out;
        var told = (await house.Type("import", file, "--dry-run", "--json")).Fine().Json.GetProperty("files")[0];
        var ahead = (await site.Hand("/api/imports/preview?name=connections.csv", Sent())).Fine()["files"][0];
        var done = (await site.Hand("/api/imports?name=connections.csv", Sent())).Is(System.Net.HttpStatusCode.Created);
        var page = System.Net.WebUtility.HtmlDecode(await site.Page($"/import/{done["import"].GetString()}"));

        Assert.Contains("3 more are not listed.", said, StringComparison.Ordinal);
        foreach (var one in new[] { told, ahead, done["files"][0] })
            Assert.Equal((Over, FileReport.MostListed, 3), (one.GetProperty("skipped").GetInt32(), one.GetProperty("problems").GetArrayLength(), one.GetProperty("moreProblems").GetInt32()));
        Assert.Contains("10,003 things cannot be used", page, StringComparison.Ordinal);
        Assert.Contains("… and 9,903 more.", page, StringComparison.Ordinal);
        await using var bob = await site.As(await house.BobsAccount());
        (await bob.Ask($"/api/imports/{done["import"].GetString()}")).Is(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_document_promises_no_column_that_is_never_answered()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var schema = (await site.Ask("/api/openapi.json")).Fine()["components"].GetProperty("schemas").GetProperty(nameof(ProblemInWords));

        Assert.Equal(["row", "message"], schema.GetProperty("properties").EnumerateObject().Select(p => p.Name));
    }

    private static ByteArrayContent Sent(string? table = null) => new(Encoding.UTF8.GetBytes(table ?? Table)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
}
