#pragma warning disable EF1001 // what `dotnet ef dbcontext optimize` calls, too
using System.Text.RegularExpressions;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

namespace Mainstay.Tests.CompiledModels;

/// <summary>Lets Entity Framework write the model of a database as code.</summary>
internal static partial class ModelWriter
{
    /// <returns>The code of each file by its name.</returns>
    public static Dictionary<string, string> Write(Engine engine)
    {
        using var store = new Store(((DbContextOptionsBuilder<Store>)new DbContextOptionsBuilder<Store>().On(SettingsOf(engine)).ReplaceService<IModelCustomizer, Unfiltered>()).Options);
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(store);
        IDesignTimeServices ofDatabase = engine == Engine.Sqlite ? new SqliteDesignTimeServices() : new NpgsqlDesignTimeServices();
        ofDatabase.ConfigureDesignTimeServices(services);
        using var design = services.BuildServiceProvider();
        var options = new CompiledModelCodeGenerationOptions { ContextType = typeof(Store), ModelNamespace = $"Mainstay.CompiledModels.{engine}", Language = "C#" };
        var model = store.GetService<IDesignTimeModel>().Model;
        var files = design.GetRequiredService<ICompiledModelCodeGeneratorSelector>().Select(options).GenerateModel(model, options);
        return files.Where(f => f.Path != "StoreAssemblyAttributes.cs").ToDictionary(f => f.Path, f => Said(ModelId().Replace(f.Code, $"\"00000000-0000-0000-0000-00000000000{(int)engine + 1}\"").ReplaceLineEndings("\n"), model));
    }

    /// <summary>Says of each column what Entity Framework would find out when it starts, by a converter for each of hundreds: how it is called by the database, and that its default is the type's.</summary>
    private static string Said(string code, IModel model)
    {
        var type = EntityName().Match(code) is { Success: true } name ? model.FindEntityType(name.Value) : null;
        return type is null ? code : Property().Replace(code, property =>
        {
            var (variable, isDefault) = (property.Groups["variable"].Value, property.Groups["sentinel"].Success);
            var added = property.Groups["added"].Value + (isDefault ? $",\n                sentinel: default({property.Groups["type"].Value})" : "") + ");\n";
            return added + $"            {variable}.AddAnnotation(\"{RelationalAnnotationNames.ColumnType}\", \"{type.FindProperty(property.Groups["name"].Value)!.GetColumnType()}\");\n";
        });
    }

    /// <summary>A store that is never opened: its database is nowhere.</summary>
    public static Settings SettingsOf(Engine engine) => new() { Data = "/nowhere", Database = engine == Engine.Postgres ? "Host=nowhere" : null };

    /// <summary>Every writing would give the model another name.</summary>
    [GeneratedRegex("(?<=modelId: new Guid\\()\"[-0-9a-f]+\"")]
    private static partial Regex ModelId();

    [GeneratedRegex("""(?<=model\.AddEntityType\(\n\s+")[^"]+""")]
    private static partial Regex EntityName();

    /// <summary>One property, with the line behind it when that sets nothing but the default of its type.</summary>
    [GeneratedRegex("""
        (?<added>\ {12}var\ (?<variable>@?\w+)\ =\ runtimeEntityType\.AddProperty\(\n\ +"(?<name>[^"]+)",\n\ +typeof\((?<type>[^\n]+)\),\n(?:\ {16}[^\n]+\n)*?\ {16}[^\n]+)\);\n
        (?<sentinel>\ {12}\k<variable>\.SetSentinelFromProviderValue\((?:0|new\ byte\[\]\ \{\ 0(?:,\ 0){15}\ \}|new\ DateTime\(1,\ 1,\ 1,\ 0,\ 0,\ 0,\ 0,\ DateTimeKind\.Utc\))\);\n)?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Property();

    /// <summary>Entity Framework does not write a model with filters; Sight gives them to the compiled one.</summary>
    private sealed class Unfiltered(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var type in modelBuilder.Model.GetEntityTypes())
                foreach (var filter in type.GetDeclaredQueryFilters().ToList()) type.SetQueryFilter(filter.Key!, null);
        }
    }
}
