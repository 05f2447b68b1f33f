using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>What another application hands to the installed one leads to where it belongs.</summary>
public sealed class SharingTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task A_text_is_read_as_a_line()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await Installed(site);

        await page.EvaluateAsync(Share, new Dictionary<string, string> { ["title"] = "Lisbon", ["text"] = "Ask Grace about it" });

        await Assertions.Expect(page.GetByLabel("What happened?")).ToHaveValueAsync("Lisbon\nAsk Grace about it");
    }

    [Fact]
    public async Task A_card_is_chosen_to_be_imported()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await Installed(site);

        await page.EvaluateAsync(Share, new Dictionary<string, string> { ["card"] = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Grace Hopper\r\nEND:VCARD\r\n" });

        await Assertions.Expect(page.Locator("[data-chosen]")).ToContainTextAsync("Grace é.vcf");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would come in" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Grace Hopper")).ToBeVisibleAsync();
    }

    private async Task<IPage> Installed(Microsoft.AspNetCore.Builder.WebApplication site)
    {
        var page = await browsing.Open(site, scripts: true, worker: true);
        await page.GotoAsync("/");
        await page.WaitForFunctionAsync("async () => { await navigator.serviceWorker.ready; return navigator.serviceWorker.controller !== null }");
        return page;
    }

    /// <summary>As the system does it: a form is posted to the application's address, from no page of ours.</summary>
    private const string Share = """
        what => {
            const form = Object.assign(document.createElement('form'), { method: 'post', action: '/share', enctype: 'multipart/form-data' });
            form.dataset.turbo = 'false';
            const { card, ...texts } = what;
            for (const [name, value] of Object.entries(texts)) form.append(Object.assign(document.createElement('input'), { name, value }));
            if (card) {
                const files = new DataTransfer();
                files.items.add(new File([card], 'Grace é.vcf', { type: 'text/vcard' }));
                const input = Object.assign(document.createElement('input'), { type: 'file', name: 'file' });
                input.files = files.files;
                form.append(input);
            }
            document.body.append(form);
            form.submit();
        }
        """;
}
