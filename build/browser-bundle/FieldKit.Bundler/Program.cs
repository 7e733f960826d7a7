using FieldKit.Bundler;

try
{
    var options = BundleOptions.Parse(args);
    var closure = AssemblyClosure.Walk(options);
    var features = new RuntimeFeatures();

    var assemblies = options.Trim
        ? await new Trimmer(options, features).TrimAsync(closure)
        : closure.ByName;

    var folder = new HashedFolder(Path.Combine(options.Output, "_framework"), options.Hash);
    new BootManifest(options, features, folder).Write(assemblies);
    Console.WriteLine($"{options.Main}: {assemblies.Count} assemblies, {folder.Bytes / 1024:N0} KiB{(options.Trim ? ", trimmed" : "")}");
    return 0;
}
catch (BundleException refusal)
{
    Console.Error.WriteLine($"browser bundle: {refusal.Message}");
    return 1;
}
