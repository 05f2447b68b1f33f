using System.Text;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>An import as people do it: with and without scripts, dropped or chosen, on a phone and at a desk.</summary>
public sealed class ImportTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const string Cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Grace Hopper\r\nEMAIL:grace@navy.example\r\nORG:US Navy\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:محمد بن عبد الله\r\nTEL:+966 50 555 0100\r\nEND:VCARD\r\n";

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Works_without_scripts(int width)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width);

        await page.GotoAsync("/import");
        await page.GetByLabel("Choose files").SetInputFilesAsync(File("contacts.vcf", Cards));
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would come in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring it in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "It is in" })).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this import back" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Taken back: 2 people removed")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Files_can_be_dropped_anywhere_on_the_page()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync("/import");

        await Drop(page, "main", ("contacts.vcf", Cards), ("touches.csv", "date,person,email,kind,direction,note\n2026-04-01,Grace Hopper,,call,out,clocks\n"));
        await Assertions.Expect(page.GetByText("touches.csv")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter"); // the button has the focus
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring it in" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "It is in" })).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(page.GetByText("1 touch added")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Too_large_a_file_is_said_before_it_travels()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync("/import");
        var sent = 0;
        page.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;

        await page.EvaluateAsync("""
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(65 * 1024 * 1024)], "huge.vcf"));
            document.querySelector("main").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
            """);
        await Assertions.Expect(page.GetByText("That is more than 64 MB.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would come in" }).ClickAsync();

        Assert.Equal(0, sent);
    }

    [Fact]
    public async Task Ten_thousand_cards_show_how_far_they_are_and_the_page_may_be_left()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync("/import");
        await page.GetByLabel("Choose files").SetInputFilesAsync(File("many.vcf", string.Concat(Enumerable.Range(0, 10_000).Select(i => $"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:v-{i}\r\nFN:Visitor {i}\r\nEMAIL:visitor{i}@example.org\r\nEND:VCARD\r\n"))));
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would come in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring it in" }).ClickAsync(new() { Timeout = 120_000 });

        await Assertions.Expect(page.Locator("progress")).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = PagesTests.Picture("import-underway"), FullPage = true });
        await page.GotoAsync("/import");
        await page.GetByRole(AriaRole.Link, new() { Name = "many.vcf" }).ClickAsync();

        await Assertions.Expect(page.GetByText("10,000 people added")).ToBeVisibleAsync(new() { Timeout = 240_000 });
    }

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task No_page_of_it_has_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await SampleNetwork.Fill(house);
        var trashed = await Mainstay.People.PeopleActions.AddPerson(house.Store, new() { Name = "Wolfeschlegelsteinhausenbergerdorff, Hubert Blaine" }, house.Clock, TestContext.Current.CancellationToken);
        await Mainstay.People.PeopleActions.TrashPerson(house.Store, trashed.Id, house.Clock, TestContext.Current.CancellationToken);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var (barriers, look) = (new List<string>(), $"{width}-{theme}");
        foreach (var (name, path) in new[] { ("import-start", "/import"), ("trash", "/trash"), ("trash-remove", $"/trash/{trashed.Id}/remove"), ("trash-empty", "/trash/empty"), ("welcome", "/welcome"), ("welcome-five", "/welcome/five") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{look}", barriers);
        }
        await page.GotoAsync("/import");
        await page.GetByText("Where do I get such a file?").ClickAsync();
        await page.GetByLabel("Choose files").SetInputFilesAsync(File("picture.vcf", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"));
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would come in" }).ClickAsync();
        await Assertions.Expect(page.GetByText("is neither an address book nor a table")).ToBeVisibleAsync();
        await PagesTests.Look(page, $"import-wrong-{look}", barriers);
        await ExplainColumns(page, look, barriers);
        await page.GetByText("One thing cannot be used").ClickAsync();
        await PagesTests.Look(page, $"import-look-{look}", barriers);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring it in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "It is in" })).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await PagesTests.Look(page, $"import-report-{look}", barriers);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this import back" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Taken back:")).ToBeVisibleAsync();
        await PagesTests.Look(page, $"import-undone-{look}", barriers);

        Assert.Empty(barriers);
    }

    /// <summary>Hands in a table that nobody knows. Its columns are asked for where the import is, and said anew at an address of their own.</summary>
    private static async Task ExplainColumns(IPage page, string look, List<string> barriers)
    {
        await page.GetByLabel("Choose files").SetInputFilesAsync([File("Vereinsmitglieder mit einem sehr langen Namen 2026.csv", "Mitglied;Adresse im Netz;Sparte\nZoë Ångström;zoe@uppsala.example;Schach\nGrace Hopper;other@navy.example;Segeln\n"), File("more.vcf", Cards + "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n")]);
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would come in" }).ClickAsync();
        await page.GetByLabel("Mitglied", new() { Exact = true }).SelectOptionAsync("Name");
        await PagesTests.Look(page, $"import-columns-{look}", barriers);
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would come in" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing is changed yet.")).ToBeVisibleAsync();
        var delivery = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(delivery + "/columns");
        await Assertions.Expect(page.GetByLabel("Mitglied", new() { Exact = true })).ToHaveValueAsync("Name");
        await PagesTests.Look(page, $"import-columns-again-{look}", barriers);
        await page.GotoAsync(delivery);
    }

    /// <summary>As a mouse does it: the files come with the event.</summary>
    private static async Task Drop(IPage page, string where, params (string Name, string Text)[] files) => await page.EvaluateAsync("""
        ({ where, files }) => {
          const data = new DataTransfer();
          for (const { name, text } of files) data.items.add(new File([text], name));
          for (const kind of ["dragenter", "dragover", "drop"]) document.querySelector(where).dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
        }
        """, new { where, files = files.Select(f => new { name = f.Name, text = f.Text }) });

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(text) };
}
