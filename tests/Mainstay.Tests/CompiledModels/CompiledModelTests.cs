using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mainstay.CompiledModels;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mainstay.Tests.CompiledModels;

/// <summary>The compiled models are what the tables say, on both databases, and keep every space from another's eyes.</summary>
public partial class CompiledModelTests
{
    private static readonly string Source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/Mainstay/CompiledModels"));

    /// <remarks>When this fails it has written the files anew: look at what changed, and commit it with the tables.</remarks>
    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public void Are_written_from_the_tables_as_they_are_now(Engine engine)
    {
        var folder = Path.Combine(Source, engine.ToString());
        var committed = Directory.EnumerateFiles(folder).Where(f => Path.GetFileName(f) != "Seen.cs").ToDictionary(f => Path.GetFileName(f)!, File.ReadAllText);
        var written = ModelWriter.Write(engine);
        string[] stale = [.. committed.Keys.Union(written.Keys).Where(f => committed.GetValueOrDefault(f) != written.GetValueOrDefault(f)).Order()];

        foreach (var file in stale) File.Delete(Path.Combine(folder, file));
        foreach (var file in stale.Where(written.ContainsKey)) File.WriteAllText(Path.Combine(folder, file), written[file]);

        Assert.NotEmpty(written);
        Assert.Empty(stale);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public void Have_the_same_tables_columns_keys_and_indexes_as_a_model_that_is_built(Engine engine)
    {
        using var built = BuiltStore(engine);
        using var compiled = CompiledStore(engine);

        Assert.NotSame(built.Model, compiled.Model);
        Assert.Equal(AsBuilt(built.Model), AsBuilt(compiled.Model));
        Assert.Equal(built.Model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault), compiled.Model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault));
        Assert.Equal(Columns(built), Columns(compiled));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public void Keep_every_row_of_another_space_and_of_the_trash_from_being_seen(Engine engine)
    {
        using var built = BuiltStore(engine);
        using var compiled = CompiledStore(engine);

        Assert.Equal(Filters(built), Filters(compiled));
        Assert.All(typeof(Store).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IOwned))), t =>
            Assert.Contains($"{t.FullName} Space row => (row.SpaceId == value(Mainstay.Storage.Store).SpaceId)", Filters(compiled)));
        Assert.Contains("Mainstay.People.Person Trash row => (row.TrashedAt == null)", Filters(compiled));
    }

    /// <summary>But for what the compiled one says of its columns beforehand, which the tables below show to be the same.</summary>
    private static string AsBuilt(IModel model) => SaidBefore().Replace(model.ToDebugString(MetadataDebugStringOptions.LongDefault), "");

    [GeneratedRegex(@"^ +(?:Annotations: |Relational:ColumnType: .*)\r?\n", RegexOptions.Multiline)]
    private static partial Regex SaidBefore();

    private static Store BuiltStore(Engine engine) => new(OptionsOf(engine).Options);

    private static Store CompiledStore(Engine engine) => new(OptionsOf(engine).UseModel(CompiledModel.For(ModelWriter.SettingsOf(engine))).Options);

    private static DbContextOptionsBuilder<Store> OptionsOf(Engine engine) => (DbContextOptionsBuilder<Store>)new DbContextOptionsBuilder<Store>().On(ModelWriter.SettingsOf(engine));

    private static List<string> Filters(Store store) =>
        [.. store.Model.GetEntityTypes().SelectMany(t => t.GetDeclaredQueryFilters().Select(f => $"{t.Name} {f.Key} {f.Expression}")).Order(StringComparer.Ordinal)];

    private static List<string> Columns(Store store) =>
        [.. store.Model.GetEntityTypes().SelectMany(t => t.GetProperties().Select(p => $"{t.GetTableName()} {p.GetColumnName()} {p.GetColumnType()} {p.IsNullable} {p.Sentinel} {p.GetValueConverter()?.GetType()} {p.GetTypeMapping().Converter?.GetType()} {p.ValueGenerated} {p.IsConcurrencyToken}"))];

    private static string Here([CallerFilePath] string path = "") => path;
}
