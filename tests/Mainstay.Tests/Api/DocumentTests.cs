using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Mainstay.Tests.Circles;
using Mainstay.Tests.Intake;

namespace Mainstay.Tests.Api;

public class DocumentTests
{
    private static readonly string Client = Path.Combine(Path.GetDirectoryName(Here())!, "Client");

    [Fact]
    public async Task Describes_each_address_and_names_each_operation_once()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var told = (await site.Ask("/api/openapi.json")).Fine();
        var operations = told["paths"].EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value.GetProperty("operationId").GetString()).ToList();

        Assert.Equal("3.1.0", told["openapi"].GetString());
        Assert.Equal(operations.Distinct(), operations);
        Assert.Contains("readPerson", operations);
        (await site.Ask("/api/openapi.json", ("If-None-Match", told.Tag!))).Is(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Its_samples_are_of_the_cast_and_can_be_sent()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var add = (await site.Ask("/api/openapi.json"))["paths"].GetProperty("/api/people").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json");

        Assert.Equal("Grace Hopper", (await site.Hand("/api/people", add.GetProperty("example").GetRawText())).Is(HttpStatusCode.Created)["name"].GetString());
    }

    /// <summary>The document is valid, a client is made of it, what uses that client compiles, and gets what it was promised.</summary>
    [Fact]
    public async Task A_client_that_is_made_of_it_compiles_and_works()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.ImportText(Bring.Card("Alan Turing"), "alan.vcf");
        await using var site = await TestSite.Open(house);
        var folder = Directory.CreateDirectory(Path.Combine(await Packages(), Guid.CreateVersion7().ToString("N"))).FullName;
        try
        {
            foreach (var file in new[] { "package.json", "tsconfig.json", "use.ts", "check.mjs" }) File.Copy(Path.Combine(Client, file), Path.Combine(folder, file));
            await File.WriteAllTextAsync(Path.Combine(folder, "openapi.json"), (await site.Ask("/api/openapi.json")).Fine().Text, TestContext.Current.CancellationToken);

            var (permission, circle) = (await site.Permission(), (await Ring.Of(house)).Id.ToString());
            var (code, said) = await Run(folder, "node", "check.mjs", folder, site.Address.ToString().TrimEnd('/'), site.CookieHeader(), permission, circle);

            Assert.True(code == 0, said);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>The folder of the packages, installed once for each lock file.</summary>
    private static async Task<string> Packages()
    {
        var root = Path.GetFullPath(Path.Combine(Client, "../../../.."));
        var folder = Path.Combine(root, "artifacts/npm", "client-" + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Client, "package-lock.json"))))[..12]);
        if (Directory.Exists(folder)) return folder;
        var own = Directory.CreateDirectory(folder + "." + Environment.ProcessId).FullName;
        foreach (var file in new[] { "package.json", "package-lock.json", ".npmrc" }) File.Copy(Path.Combine(Client, file), Path.Combine(own, file), true);
        var (code, said) = await Run(own, "npm", "ci");
        Assert.True(code == 0, said);
        Directory.Move(own, folder);
        return folder;
    }

    private static async Task<(int Code, string Said)> Run(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said + await complained);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
